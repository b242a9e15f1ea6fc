package gmrl.app.ipd;

import gmrl.app.live.Standing;
import gmrl.experiment.ipd.LolaReport;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.MatrixGame;
import java.util.ArrayList;
import java.util.List;

/** Who ends cooperating and who defecting, in a line. */
final class Fate {
  /** The rule, for who asks. */
  static final String RULE =
      "A pair (one seed) is said to defect where its return per step is below "
          + LolaReport.DEFECTION
          + ", to cooperate where it is above "
          + LolaReport.COOPERATION
          + "; mutual defection earns −2, mutual cooperation −1.";

  private Fate() {}

  /**
   * Such as "|τ| = 32: 5 of 10 defect; exact: both cooperate"; empty in other games, whose returns
   * have other meanings.
   */
  static String of(IpdPanelViewModel.Records now) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < now.snapshots().size(); i++) {
      boolean known =
          now.conditions().get(i).spec().config().game().equals(MatrixGame.prisonersDilemma());
      if (known && now.reached(i) > 0) {
        words.add(now.conditions().get(i).label() + ": " + of(now.snapshots().get(i)));
      }
    }
    String text = String.join("; ", words);
    Standing standing = now.standing();
    if (text.isEmpty() || standing.isComplete()) {
      return text;
    }
    return (standing.isUnderWay() ? "so far " : standing.words() + ": ") + text;
  }

  private static String of(LolaSnapshot snapshot) {
    int seeds = snapshot.seeds().size();
    int defect = LolaReport.defecting(snapshot, snapshot.updates());
    int cooperate = LolaReport.cooperating(snapshot, snapshot.updates());
    if (seeds == 1) {
      return defect == 1 ? "both defect" : cooperate == 1 ? "both cooperate" : "in between";
    }
    if (defect > 0) {
      return share(defect, seeds, "defect");
    }
    String some = cooperate > 0 ? share(cooperate, seeds, "cooperate") : "";
    return cooperate == seeds
        ? some
        : "none of " + seeds + " defects" + (some.isEmpty() ? "" : ", " + some);
  }

  private static String share(int some, int all, String verb) {
    return (some == all ? "all " + all : some + " of " + all) + " " + verb + (some == 1 ? "s" : "");
  }
}
