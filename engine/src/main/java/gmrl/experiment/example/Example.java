package gmrl.experiment.example;

import gmrl.experiment.Experiment;

/** A problem of meta-learning that runs in seconds and plots itself. */
public sealed interface Example extends Experiment<ExampleSnapshot>
    permits MamlSine, ImplicitRidge, LearningToReweight, LolaAutodiff, DeadPaths {

  /** Short name for the command line. */
  String id();

  /** Name for a window. */
  String title();

  /** What it shows, in a sentence or two. */
  String about();

  /** Seed of everything drawn at random. */
  long seed();
}
