package gmrl.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Style;
import gmrl.app.ui.Dialogs;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

@AnalyzeClasses(packages = "gmrl.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule viewModelsKnowNoNodes =
      noClasses()
          .that()
          .haveSimpleNameContaining("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..")
          .because("a view-model is tested without a toolkit");

  @ArchTest
  static final ArchRule stateAndLiveKnowNoNodes =
      noClasses()
          .that()
          .resideInAnyPackage("gmrl.app.state..", "gmrl.app.live..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
          .because("state and background work run without a toolkit");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("gmrl.app.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each part of the window can be read after those it uses");

  @ArchTest
  static final ArchRule fileChoosersStayBehindDialogs =
      noClasses()
          .that()
          .doNotImplement(Dialogs.class)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("javafx\\.stage\\.(FileChooser|DirectoryChooser).*")
          .because("whoever asks for a file must be testable without a screen");

  /** Orange and blue: {@link Colours} says whose. */
  @ArchTest
  static final ArchRule theTwoBiasesAloneAreDrawnInTheirColours =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Colours.class.getName())
          .and()
          .resideOutsideOfPackages("gmrl.app.board", "gmrl.app.story", "gmrl.app.inspect")
          .and()
          .doNotHaveSimpleName("StackPanel")
          .and()
          .doNotHaveSimpleName("Looks")
          .should()
          .accessField(Colours.class, "COMPOSITIONAL")
          .orShould()
          .accessField(Colours.class, "HESSIAN")
          .because("orange means compositional bias, and blue Hessian bias, wherever one looks");

  @ArchTest
  static final ArchRule coloursStandInOneTable =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Colours.class.getName())
          .and()
          .doNotHaveFullyQualifiedName(Style.class.getName())
          // What was stored, and what a user chose.
          .and()
          .doNotHaveSimpleName("ChartJson")
          .and()
          .doNotHaveSimpleName("Overlays")
          .and()
          .doNotHaveSimpleName("RunCard")
          .should()
          .callConstructor(Hue.Category.class, int.class)
          .because("a colour has one meaning only while one place says which");

  @ArchTest
  static final ArchRule noGeneratorIsAskedForByName =
      noClasses()
          .should()
          .callMethod(RandomGenerator.class, "getDefault")
          .orShould()
          .callMethod(RandomGenerator.class, "of", String.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(RandomGeneratorFactory.class)
          .because("a runtime need not have the module of the named ones, and an image has not");

  /** The rooms of the families of experiments. */
  private static final List<String> FAMILIES =
      List.of("bias", "training", "ipd", "shaping", "coin", "atari", "inspect", "gallery", "claim");

  @ArchTest
  static void noFamilyKnowsAnother(JavaClasses window) {
    for (String family : FAMILIES) {
      String[] others =
          FAMILIES.stream()
              .filter(other -> !other.equals(family))
              .map(other -> "gmrl.app." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("gmrl.app." + family + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .because("a family is added, changed and read without the others")
          .allowEmptyShould(false)
          .check(window);
    }
  }

  @ArchTest
  static final ArchRule sharedRoomsKnowNoFamily =
      noClasses()
          .that()
          .resideInAnyPackage(
              "gmrl.app.chart..",
              "gmrl.app.figure..",
              "gmrl.app.live..",
              "gmrl.app.shell..",
              "gmrl.app.state..",
              "gmrl.app.ui..",
              "gmrl.app.control..",
              "gmrl.app.shelf..",
              "gmrl.app.result..",
              "gmrl.app.runs..",
              "gmrl.app.lesson..",
              "gmrl.app.studio..",
              "gmrl.app.sweep..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              FAMILIES.stream().map(f -> "gmrl.app." + f + "..").toArray(String[]::new))
          .because("what all families share stands below them");

  @ArchTest
  static final ArchRule sharedPartsKnowNoFeature =
      classes()
          .that()
          .resideInAnyPackage("gmrl.app.ui..", "gmrl.app.live..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "gmrl.app.ui..",
              "gmrl.app.live..",
              "gmrl.experiment..",
              "java..",
              "javax..",
              "javafx..",
              "atlantafx..",
              "org.controlsfx..",
              "org.jspecify..")
          .because("widgets and background work serve every feature alike");
}
