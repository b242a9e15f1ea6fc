package gmrl.app.bias;

import gmrl.app.figure.FamilyPanel;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;

/** A plot of one study of bias. */
interface StudyPanel extends FamilyPanel<BiasStudy, BiasResult> {
  /** Whose studies these are. */
  BiasFamily FAMILY = new BiasFamily();

  /** What is run. */
  BiasStudy study();

  @Override
  default BiasFamily family() {
    return FAMILY;
  }

  @Override
  default BiasStudy spec() {
    return study();
  }
}
