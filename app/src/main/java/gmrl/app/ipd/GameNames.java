package gmrl.app.ipd;

/** Built-in games as people call them. */
final class GameNames {
  private GameNames() {}

  /** "prisoner’s dilemma" for {@code prisoners-dilemma}. */
  static String of(String name) {
    return name.replace("prisoners", "prisoner’s").replace('-', ' ');
  }
}
