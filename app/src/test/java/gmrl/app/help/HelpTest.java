package gmrl.app.help;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.text.MarkupCheck;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpTest {
  /** Libraries that only the tests need. */
  private static final List<String> OF_TESTS =
      List.of(
          "junit-",
          "opentest4j-",
          "apiguardian-",
          "assertj-",
          "byte-buddy-",
          "archunit-",
          "testfx-",
          "hamcrest-",
          "org.osgi.core-",
          "openjfx-monocle-",
          "hipparchus-",
          "jmh-",
          "jopt-simple-",
          "surefire");

  private final HelpViewModel model = new HelpViewModel();

  @Test
  void everyTermThatATopicPointsToIsExplained() {
    List<String> terms = HelpFiles.glossary().stream().map(HelpFiles.Entry::term).toList();
    assertThat(terms).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    for (HelpFiles.Topic topic : HelpFiles.topics()) {
      assertThat(terms).as(topic.id()).containsAll(topic.see());
      topic.text().forEach(MarkupCheck::set);
    }
  }

  @Test
  void everyPanelHasWordsOfItsOwn() {
    assertThat(HelpFiles.topics())
        .extracting(HelpFiles.Topic::id)
        .doesNotHaveDuplicates()
        .contains(
            "board-headline",
            "board-compositional",
            "board-hessian",
            "board-mechanism",
            "compositional-bias",
            "hessian-bias",
            "study-bias",
            "inspector",
            "meta-training",
            "ipd-returns-over-time",
            "ipd-phase",
            "ipd-policies",
            "ipd-game",
            "ipd-gradient",
            "coin-returns",
            "coin-own-share",
            "atari-returns-over-steps",
            "atari-diagnostic",
            "atari-live",
            "atari-bias-parameters",
            "atari-bias-parts",
            "atari-bias-along",
            "atari-outer-critic",
            "runs-drawer",
            "comparison",
            "lesson")
        .containsAll(
            java.util.Arrays.stream(gmrl.atari.learn.MetaParameters.Name.values())
                .map(name -> "atari-" + name.id().replace('_', '-'))
                .toList());
  }

  @Test
  void everyFormulaCanBeSetAndHasASource() {
    for (HelpFiles.Entry entry : HelpFiles.glossary()) {
      MarkupCheck.set(entry.text());
      for (String tex : List.of(entry.symbol(), entry.formula())) {
        if (!tex.isEmpty()) {
          MarkupCheck.set("$" + tex + "$");
        }
      }
      if (!entry.formula().isEmpty()) {
        assertThat(entry.source()).as(entry.term()).isNotBlank();
      }
    }
    assertThat(model.formulas()).hasSizeGreaterThan(10);
  }

  @Test
  void theGlossaryFindsAllWordsInAnyOrderAndTermsFirst() {
    model.queryProperty().set("hessian");
    assertThat(model.found().get(0).term()).startsWith("Hessian");
    model.queryProperty().set("ratios LOSS curvature");
    assertThat(model.found())
        .extracting(HelpFiles.Entry::term)
        .containsExactly("LVC, low-variance curvature");
    model.queryProperty().set("no such thing");
    assertThat(model.found()).isEmpty();
  }

  @Test
  void aKnownPartOpensItsTopicAndAnUnknownOneTheLast() {
    model.lookAt("page:Board");
    model.lookAt("somewhere else");
    assertThat(model.pageProperty().get())
        .isInstanceOfSatisfying(
            HelpViewModel.Page.Here.class,
            here -> assertThat(here.topic().title()).isEqualTo("The board"));
  }

  @Test
  void everyGuideCanBeReadInTheWindow() throws IOException {
    Path docs = Path.of("..", "src-resources", "docs");
    try (Stream<Path> files = Files.list(docs)) {
      List<String> present =
          files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".md")).toList();
      assertThat(model.guides())
          .extracting(HelpFiles.Guide::file)
          .containsExactlyInAnyOrderElementsOf(present);
    }
    assertThat(model.guides()).extracting(HelpFiles.Guide::title).doesNotHaveDuplicates();
    List<String> groups = model.pages().stream().map(HelpViewModel.Page::group).toList();
    assertThat(groups.stream().distinct())
        .containsExactly("", "Guides", "For programmers", "The laboratory");
    assertThat(groups)
        .as("pages of a group follow each other")
        .isSortedAccordingTo(Comparator.comparing(groups.stream().distinct().toList()::indexOf));
    assertThat(model.openGuide("bias.md")).isTrue();
    assertThat(model.openGuide("README.md")).isFalse();
  }

  @Test
  void theLicenceOfEveryLibraryIsNamed() {
    List<String> known =
        Stream.concat(
                HelpFiles.libraries().stream().flatMap(library -> library.jars().stream()),
                OF_TESTS.stream())
            .toList();
    List<String> jars =
        Stream.of(
                System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
            .map(path -> path.substring(path.lastIndexOf(File.separatorChar) + 1))
            .filter(name -> name.endsWith(".jar") && !name.startsWith("gmrl-"))
            .toList();
    assertThat(jars)
        .allSatisfy(
            jar -> assertThat(known).as("licences.json names %s", jar).anyMatch(jar::startsWith));
  }
}
