package io.scriptorium.modelruntime.savedmodel;

import org.tensorflow.proto.GPUOptions;

/** How GPU memory is taken. */
final class GpuMemory {
  /** As it is needed, on the first GPU only, so that others may use the machine as well. */
  static final GPUOptions GROWING =
      GPUOptions.newBuilder().setAllowGrowth(true).setVisibleDeviceList("0").build();

  private GpuMemory() {}
}
