package gmrl.cli;

import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import java.util.ArrayList;
import java.util.Arrays;

/** What help says of repeated games. */
final class IpdConverters {
  private IpdConverters() {}

  /** What help says of repeated games. */
  static final class Games extends ArrayList<String> {
    Games() {
      super(MatrixGame.BUILT_IN.stream().map(MatrixGame::name).toList());
    }
  }

  /** What help says of the estimators of repeated games. */
  static final class GameEstimators extends ArrayList<String> {
    GameEstimators() {
      super(Arrays.stream(GameEstimator.values()).map(GameEstimator::label).toList());
    }
  }

  /** What help says of the published figures on repeated games. */
  static final class GameFigures extends ArrayList<String> {
    GameFigures() {
      super(LolaFigures.all().stream().map(LolaStudy::id).toList());
    }
  }
}
