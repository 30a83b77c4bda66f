package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;

/** Collects the repairs of one page, up to a limit. */
final class RepairLog {
  static final int MAX_REPAIRS = 500;

  private final List<Repair> repairs = new ArrayList<>();
  private int omitted;
  private String place = "text";

  /** The repairs that follow are about a block. */
  void begin(int block, String name) {
    place = "block " + block + " (" + name + ")";
  }

  void add(RepairCode code, String message) {
    if (repairs.size() < MAX_REPAIRS) {
      repairs.add(new Repair(code.name(), place, message));
    } else {
      omitted++;
    }
  }

  List<Repair> repairs() {
    List<Repair> all = new ArrayList<>(repairs);
    if (omitted > 0) {
      all.add(
          new Repair(
              RepairCode.REPAIRS_OMITTED.name(), "text", omitted + " more repairs are not listed"));
    }
    return all;
  }
}
