package gmrl.app.rooms;

import gmrl.app.atari.AtariChoice;
import gmrl.app.atari.AtariFeature;
import gmrl.app.atari.LearnerChoice;
import gmrl.app.atari.RecordedIllustrator;
import gmrl.app.bias.BiasChoice;
import gmrl.app.bias.BiasFeature;
import gmrl.app.bias.BiasIllustrator;
import gmrl.app.coin.CoinChoice;
import gmrl.app.coin.CoinFeature;
import gmrl.app.gallery.ExampleIllustrator;
import gmrl.app.gallery.GalleryFeature;
import gmrl.app.inspect.InspectorFeature;
import gmrl.app.inspect.TwoStatesIllustrator;
import gmrl.app.ipd.GameIllustrator;
import gmrl.app.ipd.IpdChoice;
import gmrl.app.ipd.IpdFeature;
import gmrl.app.lesson.Illustrator;
import gmrl.app.runs.RunsFeature;
import gmrl.app.shell.Feature;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StatePart;
import gmrl.app.studio.StudioFeature;
import gmrl.app.training.TrainingFeature;
import gmrl.app.training.TrainingIllustrator;
import gmrl.app.training.TrainingPlot;
import gmrl.experiment.bias.TrialBank;
import java.util.List;

/** What the families bring to the window, each named once. */
public final class Rooms {
  private Rooms() {}

  /**
   * Their panels and pages, in order.
   *
   * @param bank keeps the trials of all views of the window
   */
  public static List<Feature> features(TrialBank bank) {
    return List.of(
        new BiasFeature(bank),
        new IpdFeature(),
        new CoinFeature(),
        new AtariFeature(),
        new InspectorFeature(),
        new TrainingFeature(),
        new GalleryFeature(),
        new RunsFeature(),
        new StudioFeature(Catalogue::all, Catalogue::read));
  }

  /**
   * What their plots in lessons are read with.
   *
   * @param bank keeps the trials of all views of the window
   */
  public static List<Illustrator> illustrators(TrialBank bank) {
    return List.of(
        new BiasIllustrator(bank),
        new TwoStatesIllustrator(),
        new TrainingIllustrator(),
        new GameIllustrator(),
        new RecordedIllustrator(),
        new ExampleIllustrator());
  }

  /** Their places in the window's state. */
  public static List<StatePart<?>> parts() {
    return List.of(
        BiasChoice.PART, IpdChoice.PART, CoinChoice.PART, TrainingPlot.PART, AtariChoice.PART, LearnerChoice.PART);
  }

  /** Files and links that hold all of them. */
  public static LabStateJson files() {
    return new LabStateJson(parts());
  }
}
