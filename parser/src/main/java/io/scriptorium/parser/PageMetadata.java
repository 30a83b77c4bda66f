package io.scriptorium.parser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.ContentCheck;
import io.scriptorium.htmlschema.ContentFlag;
import io.scriptorium.htmlschema.CropLinks;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Repair;
import io.scriptorium.htmlschema.assembly.ReadingOrder;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.PageResult.Rendering;
import io.scriptorium.parser.PageResult.TextSummary;
import io.scriptorium.parser.PageResult.Usage;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.RenderWarning;
import io.scriptorium.renderer.TextLayer;

/** The part of {@code document.json} that tells about one page. */
final class PageMetadata {
  // Sums on different machines differ in the last digits, which mean nothing.
  private static final double LOG_PROBABILITY_STEPS = 1e4;

  private PageMetadata() {}

  static void write(PageResult page, ObjectNode node) {
    node.put("number", page.number());
    node.put("status", page.status().name());
    Rendering rendering = page.rendering();
    if (rendering != null) {
      write(rendering, page.number(), node);
    }
    if (page instanceof PageResult.Read read) {
      write(read.usage(), node);
      if (read.values() != null) {
        node.putObject("keyValues")
            .put("promptTokens", read.values().promptTokens())
            .put("tokens", read.values().tokens());
      }
      writeContent(read, node);
    } else if (page instanceof PageResult.Blank blank) {
      writeContent(blank, node);
    }
  }

  private static void write(Rendering rendering, int number, ObjectNode node) {
    node.put("image", ResultWriter.pageImageName(number));
    write(rendering.size(), node.putObject("size"));
    node.put("dpi", rendering.dpi());
    PageTransform way = rendering.toPdfPoints();
    node.putArray("toPdfPoints")
        .add(way.a())
        .add(way.b())
        .add(way.c())
        .add(way.d())
        .add(way.e())
        .add(way.f());
    node.put("ink", rendering.ink());
    if (rendering.text().quality() != TextLayer.Quality.NONE) {
      write(rendering.text(), node.putObject("text"));
    }
  }

  private static void write(TextSummary text, ObjectNode node) {
    node.put("quality", text.quality().name());
    node.put("characters", text.characters());
    node.put("visible", text.visible());
    node.put("coveredInk", text.coveredInk());
  }

  private static void writeContent(PageResult.Blank page, ObjectNode node) {
    node.putArray("blocks");
    node.putArray("repairs");
    ArrayNode warnings = node.putArray("warnings");
    addWarnings(warnings, page.rendering());
    addWarning(warnings, "PAGE_BLANK", "there is nothing on the page; the model was not asked");
  }

  private static void write(Usage usage, ObjectNode node) {
    if (usage.seen() == null) {
      node.put("pieces", usage.pieces());
    } else {
      write(usage.seen(), node.putObject("seenSize"));
    }
    if (usage.otherReadings() > 0) {
      node.put("otherReadings", usage.otherReadings());
    }
    node.put("promptTokens", usage.promptTokens());
    node.put("tokens", usage.tokens());
    if (Double.isFinite(usage.meanLogProbability())) {
      double steps = Math.rint(usage.meanLogProbability() * LOG_PROBABILITY_STEPS);
      node.put("meanLogProbability", steps / LOG_PROBABILITY_STEPS);
    }
  }

  private static void writeContent(PageResult.Read read, ObjectNode node) {
    ArrayNode blocks = node.putArray("blocks");
    CropLinks crops = new CropLinks(read.extras().crops());
    for (Block block : read.reading().page().blocks()) {
      ObjectNode blockNode = blocks.addObject();
      BlockMetadata.write(block, blockNode);
      crops.of(read.number(), blocks.size()).ifPresent(path -> blockNode.put("crop", path));
    }
    ArrayNode repairs = node.putArray("repairs");
    for (Repair repair : read.reading().repairs()) {
      repairs
          .addObject()
          .put("code", repair.code())
          .put("place", repair.place())
          .put("message", repair.message());
    }
    ArrayNode warnings = node.putArray("warnings");
    addWarnings(warnings, read.rendering());
    for (ContentFlag flag : ContentCheck.of(read.reading().page())) {
      addWarning(warnings, flag.code().name(), "block " + flag.block() + ": " + flag.message());
    }
    ReadingOrder.doubt(read.reading().page())
        .ifPresent(
            doubt ->
                addWarning(
                    warnings,
                    "READING_ORDER_DOUBTFUL",
                    "block " + doubt.block() + ": " + doubt.message()));
    if (read.extras().cropsLeftOut() > 0) {
      addWarning(
          warnings,
          "CROPS_LEFT_OUT",
          "figures without a picture of their own, for want of room: "
              + read.extras().cropsLeftOut());
    }
    if (read.usage().readAgain() > 0) {
      addWarning(
          warnings,
          "READ_AGAIN",
          "answers that were cut off or doubtful, after which their parts of the page were read"
              + " again in smaller pieces: "
              + read.usage().readAgain());
    }
    if (read.ends().contains(End.TOKEN_LIMIT)) {
      addWarning(
          warnings,
          "ANSWER_TRUNCATED",
          "the token limit cut the answer off; the page took " + read.usage().tokens() + " tokens");
    }
    if (read.ends().contains(End.LOOP)) {
      addWarning(
          warnings,
          "ANSWER_LOOPED",
          "the model wrote the same again and again and was stopped; the first round is kept");
    }
    if (read.values() != null) {
      read.values()
          .problem()
          .ifPresent(problem -> addWarning(warnings, problem.code(), problem.message()));
    }
    if (blocks.isEmpty()) {
      addWarning(warnings, "PAGE_EMPTY", "the model found nothing on the page");
    }
  }

  private static void addWarnings(ArrayNode warnings, Rendering rendering) {
    for (RenderWarning warning : rendering.warnings()) {
      addWarning(warnings, warning.code().name(), warning.message());
    }
  }

  private static void addWarning(ArrayNode warnings, String code, String message) {
    warnings.addObject().put("code", code).put("message", message);
  }

  private static void write(PageSize size, ObjectNode node) {
    node.put("width", size.width()).put("height", size.height());
  }
}
