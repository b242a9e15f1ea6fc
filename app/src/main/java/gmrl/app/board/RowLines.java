package gmrl.app.board;

import gmrl.app.state.Symbols;
import gmrl.app.ui.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The legend of a row. */
final class RowLines {
  private RowLines() {}

  /**
   * An entry.
   *
   * @param inFull its name for who does not know the shorthand; the same where it is none
   * @param meaning for who has never heard its name; may be empty
   */
  record Key(BoardStudy.Line line, String text, String inFull, String meaning) {
    private Key(BoardStudy.Line line, String text, String meaning) {
      this(line, text, text, meaning);
    }
  }

  /**
   * What is drawn in a row; lines that lie on one another share an entry: nobody can see the lower
   * one.
   *
   * @param read the present numbers
   * @param noisy whether the row shows how far one estimate scatters
   * @param limited whether it shows what infinitely many samples leave
   */
  static List<Key> of(Row row, BoardStudy study, Readings read, boolean noisy, boolean limited) {
    List<Key> keys = new ArrayList<>();
    if (row == Row.COMPOSITIONAL) {
      // Here, where there is room for it: the other row has the same shorthand.
      keys.add(
          new Key(
              BoardStudy.Line.OWN,
              Symbols.of(study.inner()),
              Symbols.inFull(study.inner()),
              "The inner gradient is sampled by this estimator, everything else is exact."));
    } else {
      String own = study.legend(BoardStudy.Line.OWN);
      String other = study.legend(BoardStudy.Line.OTHER);
      List<Column> apart =
          Arrays.stream(Column.values())
              .filter(
                  column ->
                      !read.coincide(
                          BoardStudy.Line.OWN.along(row, column),
                          BoardStudy.Line.OTHER.along(row, column)))
              .toList();
      boolean one = apart.isEmpty();
      String meaning = study.meaning(BoardStudy.Line.OWN);
      String otherMeaning = study.meaning(BoardStudy.Line.OTHER);
      keys.add(
          one
              ? new Key(
                  BoardStudy.Line.OWN,
                  own + " and " + other + ", the same",
                  meaning + "\n" + otherMeaning)
              : new Key(BoardStudy.Line.OWN, own, meaning));
      if (!one) {
        // With one inner step alone, for instance, they part along K only.
        String where =
            apart.size() > 1 || read.curve(BoardStudy.Line.OTHER.along(row, apart.get(0))).isEmpty()
                ? ""
                : ", the same except along " + apart.get(0).variable().symbol();
        // Beside the names of both noises there would be no room for it in a small window.
        keys.add(
            new Key(
                BoardStudy.Line.OTHER,
                noisy ? other : other + where,
                noisy && !where.isEmpty() ? otherMeaning + "\n" + other + where : otherMeaning));
      }
      keys.add(
          new Key(
              BoardStudy.Line.CONTROLLED,
              study.legend(BoardStudy.Line.CONTROLLED),
              study.meaning(BoardStudy.Line.CONTROLLED)));
    }
    if (noisy) {
      keys.add(noise(row, study, BoardStudy.Line.NOISE));
      if (keys.stream().anyMatch(key -> key.line() == BoardStudy.Line.OTHER)) {
        keys.add(noise(row, study, BoardStudy.Line.OTHER_NOISE));
      }
    }
    if (limited) {
      keys.add(new Key(BoardStudy.Line.LIMIT, row.limitName(), row.limit()));
    }
    return List.copyOf(keys);
  }

  /** Two of them are told apart by their names, beside their colours and symbols. */
  private static Key noise(Row row, BoardStudy study, BoardStudy.Line line) {
    String whose = row == Row.HESSIAN ? Words.capital(study.legend(line)) + ": how" : "How";
    return new Key(
        line,
        row == Row.HESSIAN ? study.legend(line) : "noise",
        whose
            + " far one estimate scatters around its mean, in percent of the same length. Learning"
            + " feels bias and noise together: a biased estimator that scatters less can learn"
            + " better than an unbiased one.");
  }
}
