package gmrl;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import gmrl.autodiff.PathTrace;
import gmrl.autodiff.formula.Chain;
import gmrl.autodiff.formula.FormulaGradient;
import gmrl.autodiff.formula.Program;
import gmrl.autodiff.formula.Reader;
import gmrl.experiment.Family;
import gmrl.experiment.families.Families;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the engine. */
class ArchitectureTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gmrl");

  @Test
  void theEngineIsThere() {
    assertThat(ENGINE.size()).isGreaterThan(100);
  }

  @Test
  void noWindowBelowTheApplication() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javafx..",
                "java.awt..",
                "javax.swing..",
                "org.jfree..",
                "gmrl.app..",
                "gmrl.cli..")
            .because("everything can be computed, tested and benchmarked without a display"));
  }

  @Test
  void plainArraysWhereEveryMicrosecondCounts() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "gmrl.meta..", "gmrl.mdp..", "gmrl.ipd..", "gmrl.theory..", "gmrl.experiment")
            .or()
            .resideInAnyPackage(
                "gmrl.experiment.bias..",
                "gmrl.experiment.training..",
                "gmrl.experiment.tabular..",
                "gmrl.experiment.ipd..",
                "gmrl.experiment.coin..",
                "gmrl.experiment.file..",
                "gmrl.experiment.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "gmrl.autodiff..", "gmrl.atari..")
            .because(
                "an array library costs tens of microseconds a call and seconds to load: the"
                    + " tabular and the game experiments start and run without it"));
  }

  @Test
  void environmentsDoNotKnowTheExperiments() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("gmrl.experiment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gmrl.experiment..")
            .because("an experiment chooses its environment and not the other way round"));
  }

  @Test
  void theLoopKnowsNoProblem() {
    check(
        noClasses()
            .that()
            .resideInAPackage("gmrl.meta..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gmrl.mdp..", "gmrl.ipd..", "gmrl.atari..", "gmrl.theory..")
            .because("the two-loop meta-gradient is written once and problems plug into it"));
  }

  @Test
  void tabularAndGameProblemsAreNeighboursNotParents() {
    check(
        noClasses()
            .that()
            .resideInAPackage("gmrl.mdp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gmrl.ipd..")
            .because("they share the loop, not each other"));
    check(
        noClasses()
            .that()
            .resideInAPackage("gmrl.ipd..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gmrl.mdp..")
            .because("they share the loop, not each other"));
  }

  @Test
  void theArrayLibraryStandsBelowTheEnvironments() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("gmrl.autodiff..", "gmrl.tree..", "gmrl.optim..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gmrl.mdp..", "gmrl.ipd..", "gmrl.atari..", "gmrl.experiment..")
            .because("differentiation, trees and optimisers are of use without any environment"));
  }

  @Test
  void whatDifferentiationIsMadeOfStaysInside() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("gmrl.autodiff..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("gmrl.autodiff.memory..", "gmrl.autodiff.kernel..")
                    .or(
                        belongToAnyOf(
                            Program.class, Chain.class, Reader.class, FormulaGradient.class))
                    .or(belongToAnyOf(PathTrace.class)))
            .because(
                "users compute with variables; memory, loops and traces may change without them"));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "gmrl.autodiff.memory..", "gmrl.autodiff.kernel..", "gmrl.autodiff.formula..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gmrl.autodiff", "gmrl.autodiff.inspect..")
            .because("loops over memory know nothing of derivatives"));
  }

  @Test
  void packagesFormNoCycles() {
    slices()
        .matching("gmrl.(**)")
        .should()
        .beFreeOfCycles()
        .because("a reader can then learn them one after the other")
        .check(ENGINE);
  }

  @Test
  void experimentsOfDifferentFamiliesDoNotMeet() {
    assertThat(Families.all()).extracting(Family::id).doesNotHaveDuplicates();
    for (Family<?, ?> family : Families.all()) {
      String[] others =
          Families.all().stream()
              .filter(other -> other != family)
              .map(other -> other.getClass().getPackageName() + "..")
              .toArray(String[]::new);
      assertThat(others).doesNotContain(family.getClass().getPackageName() + "..");
      check(
          noClasses()
              .that()
              .resideInAPackage(family.getClass().getPackageName() + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others)
              .because("each family can be read, changed and removed alone"));
    }
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                Stream.concat(
                        Families.all().stream().map(f -> f.getClass().getPackageName() + ".."),
                        Stream.of("gmrl.experiment.families"))
                    .toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                Families.all().stream()
                    .map(f -> f.getClass().getPackageName() + "..")
                    .toArray(String[]::new))
            .because("shared rooms know families through their list alone"));
  }

  private static void check(ArchRule rule) {
    rule.check(ENGINE);
  }
}
