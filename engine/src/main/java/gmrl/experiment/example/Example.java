package gmrl.experiment.example;

import gmrl.autodiff.inspect.GradientGraph;
import gmrl.experiment.ResumableExperiment;

/** A problem of meta-learning that runs in seconds and plots itself. */
public sealed interface Example extends ResumableExperiment<ExampleSnapshot>
    permits MamlSine, ImplicitRidge, LearningToReweight, LolaAutodiff, DeadPaths {

  /** Short name for the command line. */
  String id();

  /** Name for a window. */
  String title();

  /** What it shows, in a sentence or two. */
  String about();

  /** What it has to do with compositional bias and Hessian bias, in a sentence or two. */
  String biases();

  /** What one of its meta-gradients is computed through, of a few inner steps. */
  GradientGraph graph();

  /** Seed of everything drawn at random. */
  long seed();
}
