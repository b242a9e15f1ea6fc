package gmrl.ipd.coin;

/** Two agents as they play at some moment of their training; immutable. */
public final class CoinPlayers {
  private final int size;
  private final double[][] theta;

  private CoinPlayers(int size, double[][] theta) {
    this.size = size;
    this.theta = theta;
  }

  /** The learners' present policies. */
  static CoinPlayers of(int size, double[] red, double[] blue) {
    return new CoinPlayers(size, new double[][] {red.clone(), blue.clone()});
  }

  /** Two that move anywhere with equal probability, as learners begin. */
  static CoinPlayers uniform(int size) {
    int length = CoinPolicy.parameters(size);
    return new CoinPlayers(size, new double[2][length]);
  }

  /** n of the n×n board they have learned on. */
  public int size() {
    return size;
  }

  double[] theta(int agent) {
    return theta[agent];
  }
}
