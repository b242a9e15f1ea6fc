package gmrl.experiment.claim;

import java.util.List;
import java.util.Optional;

/**
 * A statement that numbers can support or contradict.
 *
 * @param id stable identifier, lower-case words with hyphens
 * @param title a few words
 * @param statement one or two sentences
 * @param source who says so
 * @param evidence the experiments it is held against, at least one, with distinct names
 * @param findings numbers and where they must lie, at least one of them judged
 * @param panels how they are drawn, at least one
 * @param remark what else should be known, may be empty
 * @param seed of everything random; absent for the experiments' own
 * @param small whether the experiments run on a small budget
 */
public record ClaimSpec(
    String id,
    String title,
    String statement,
    Source source,
    List<Evidence> evidence,
    List<Finding> findings,
    List<Panel> panels,
    String remark,
    Optional<Long> seed,
    boolean small) {

  /** Copies the lists and checks that they fit one another. */
  public ClaimSpec {
    evidence = List.copyOf(evidence);
    findings = List.copyOf(findings);
    panels = List.copyOf(panels);
    List<String> names = evidence.stream().map(Evidence::name).toList();
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "the claim " + id + " has the experiments " + names + ", expected distinct names");
    }
    if (findings.stream().noneMatch(finding -> finding.relation().isPresent())) {
      throw new IllegalArgumentException(
          "the claim " + id + " has no finding with above, below or within, expected one");
    }
    for (Finding finding : findings) {
      for (String study : finding.statistic().studies()) {
        require(names, study);
      }
    }
    for (Panel panel : panels) {
      require(names, panel.study());
    }
  }

  private static void require(List<String> names, String study) {
    if (!names.contains(study)) {
      throw new IllegalArgumentException(
          "the experiment is \"%s\", expected one of %s"
              .formatted(study, String.join(", ", names)));
    }
  }

  /** Whether neither seed nor budget changes anything. */
  public boolean isRecorded() {
    return evidence.stream().allMatch(Evidence.Known.class::isInstance);
  }

  /** Findings that are judged. */
  int judged() {
    return (int) findings.stream().filter(finding -> finding.relation().isPresent()).count();
  }

  /** The same on a small budget: seconds instead of a minute. */
  public ClaimSpec quick() {
    return new ClaimSpec(
        id,
        title,
        statement,
        source,
        evidence.stream().map(Evidence::quick).toList(),
        findings,
        panels,
        remark,
        seed,
        true);
  }

  /** The same from another seed. */
  public ClaimSpec withSeed(long other) {
    return new ClaimSpec(
        id,
        title,
        statement,
        source,
        evidence.stream().map(each -> each.withSeed(other)).toList(),
        findings,
        panels,
        remark,
        Optional.of(other),
        small);
  }

  /**
   * Who says so.
   *
   * @param kind how it was said
   * @param citation where
   */
  public record Source(Kind kind, String citation) {
    /** How something was said. */
    public enum Kind {
      /** In the abstract of the paper. */
      ABSTRACT("abstract"),
      /** On the paper's poster. */
      POSTER("poster"),
      /** By the paper's program. */
      CODE("code"),
      /** By others. */
      LATER_WORK("other work"),
      /** Here. */
      OURS("ours");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      /** As people and files say it. */
      public String word() {
        return word;
      }
    }
  }

  /**
   * One chart of a claim.
   *
   * @param title short text above the plot
   * @param study which of the experiments
   * @param measure vertical axis
   * @param curves curves that are drawn; none for all
   * @param over what stands for many samples
   * @param logX whether the horizontal axis has decades
   * @param logY whether the vertical axis has decades
   * @param slopes whether fitted exponents stand in the legend
   * @param x text of the horizontal axis
   */
  public record Panel(
      String title,
      String study,
      String measure,
      List<String> curves,
      Over over,
      boolean logX,
      boolean logY,
      boolean slopes,
      String x) {
    /** Copies the list. */
    public Panel {
      curves = List.copyOf(curves);
    }
  }
}
