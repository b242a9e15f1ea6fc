package gmrl.atari.learn;

/**
 * Name, shape and initial scale of one parameter.
 *
 * @param gain factor of an orthogonal start; 0 for a start at zero
 * @param shape outputs first
 */
@SuppressWarnings("ArrayRecordComponent")
record Slot(String name, double gain, int... shape) {
  static final double RELU_GAIN = Math.sqrt(2);

  /** Nearly equal probabilities at first. */
  static final double POLICY_GAIN = 0.01;

  static Slot bias(String layer, int outputs) {
    return new Slot(layer + ".bias", 0, outputs);
  }

  int size() {
    int size = 1;
    for (int d : shape) {
      size *= d;
    }
    return size;
  }
}
