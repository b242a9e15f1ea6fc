package gmrl.app.bias.headline;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import gmrl.experiment.bias.diagnosis.ErrorDiagnosis;
import gmrl.experiment.bias.diagnosis.Findings;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static final String NOT_TOLD = "These trials do not tell which change would help most.";
  private static final String NOTHING_HELPS = "Neither twice the sample size of a slot";
  private static final String TOO_EARLY = "Too early to say which change would help most.";

  private final SynchronousLab synchronous = new SynchronousLab();
  private final List<String> failures = synchronous.failures;
  private final StateModel<LabState> state = new StateModel<>(small());
  private final HeadlineViewModel model =
      new HeadlineViewModel(synchronous.lab, state, TrialBank.none());

  private static LabState small() {
    LabState initial = LabState.initial().withTrials(100);
    return initial.withSetup(
        initial
            .setup()
            .withHorizon(10)
            .withAlpha(2)
            .withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 3)));
  }

  private void slots(String inner, String hessian, String outer) {
    state.edit(
        "slots",
        s ->
            s.withSetup(
                s.setup()
                    .withSlots(
                        SlotSpec.parse(inner), SlotSpec.parse(hessian), SlotSpec.parse(outer))));
  }

  private String text() {
    assertThat(failures).isEmpty();
    return model.headlineProperty().get().text();
  }

  @Test
  void exactSlotsAreSaidToBeExact() {
    model.start();
    slots("exact", "exact", "exact");
    assertThat(text()).contains("Every slot is exact").contains("no bias");
  }

  @Test
  void withoutAnInnerStepSampledSlotsAreNotCalledExact() {
    model.start();
    state.edit("K", s -> s.withSetup(s.setup().withSteps(0)));
    slots("lvc:8", "lvc:8", "exact");
    assertThat(text())
        .startsWith("With K = 0 nothing is adapted, and nothing sampled")
        .contains("Raise K");
    slots("lvc:8", "lvc:8", "lvc:8");
    assertThat(text()).contains("What is left is");
  }

  @Test
  void whatCannotBeEstimatedIsNotWaitedFor() {
    model.start();
    state.edit("α", s -> s.withSetup(s.setup().withAlpha(1e308).withSteps(3)));
    slots("lvc:8", "lvc:8", "exact");
    assertThat(text()).startsWith("Every estimate overflows at K = 3, α = 1e308");
    state.edit(
        "states",
        s ->
            s.withSetup(
                s.setup().withAlpha(2).withMdps(new MdpSource.Generated(100_000, 3, 0.5, 1, 3))));
    assertThat(model.headlineProperty().get().text()).contains("memory");
    state.edit("states", s -> small());
    failures.clear();
    assertThat(text()).contains("wrong by");
  }

  @Test
  void withoutInnerStepsThereIsNeitherBias() {
    model.start();
    state.edit("K", s -> s.withSetup(s.setup().withSteps(0)));
    slots("lvc:8", "lvc:8", "lvc:8");
    assertThat(text())
        .startsWith("With K = 0 nothing is adapted")
        .contains("neither bias touches")
        .contains("from the horizon");
  }

  @Test
  void theSingleSourceIsNamed() {
    model.start();
    slots("exact", "maml:16", "exact");
    assertThat(text())
        .contains("All of it comes from the Hessian")
        .contains("inner and outer gradient exact");
    assertThat(model.headlineProperty().get().detail()).startsWith("At K = ").contains("|τ| = 16.");
    slots("lvc:8", "exact", "exact");
    assertThat(text()).contains("All of it comes from the inner gradient");
  }

  @Test
  void theLargerSourceIsNamedAndWhatHelpsIsItsOwnRemedy() {
    model.start();
    slots("lvc:2", "lvc:512", "exact");
    assertThat(text())
        .contains("Most of it comes from the inner gradient")
        .containsPattern(
            "(Doubling the inner|Reusing earlier inner).* would help one estimate most")
        .contains("less error");
  }

  @Test
  void aControlledErrorIsBlamedAndItsRemovalIsTheRemedy() {
    model.start();
    slots("exact", "exact", "exact");
    state.edit("c", s -> s.withSetup(s.setup().withHessianError(new HessianError(20, 0))));
    assertThat(text())
        .contains("comes from the Hessian")
        .contains("exceeds the true meta-gradient")
        .contains("no noise")
        .contains("Removing the added Hessian error would help one estimate most: 100 %");
  }

  @Test
  void thatNothingHelpsIsNotSaidWhereTrialsDoNotTell() {
    state.edit("trials", s -> s.withTrials(2));
    List<Headline> said = new ArrayList<>();
    model.headlineProperty().addListener((o, old, now) -> said.add(now));
    slots("lvc:400", "lvc:400", "lvc:400");
    model.start();
    assertThat(text()).contains(NOT_TOLD).doesNotContain(TOO_EARLY, NOTHING_HELPS);
    assertThat(said)
        .filteredOn(words -> words.standing() == Standing.REFINING && !words.reading().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            words -> assertThat(words.text()).contains(TOO_EARLY).doesNotContain(NOTHING_HELPS));
    assertThat(said)
        .as("what has all its trials is no part of them")
        .noneMatch(words -> words.place().matches(".*\\b(\\d+) of \\1 trials.*"));
  }

  /** A bound of several hundred percent in large letters says nothing. */
  @Test
  void aLooseBoundIsNoNewsWhileTrialsComeIn() {
    state.edit("trials", s -> s.withTrials(2));
    List<Headline> said = new ArrayList<>(List.of(model.headlineProperty().get()));
    model.headlineProperty().addListener((o, old, now) -> said.add(now));
    slots("lvc:4", "lvc:4", "lvc:4");
    model.start();
    assertThat(text()).contains("wrong by less than ");
    assertThat(said)
        .filteredOn(words -> words.standing() == Standing.REFINING)
        .isNotEmpty()
        .allSatisfy(words -> assertThat(words.text()).isEqualTo("Estimating …"));
  }

  @Test
  void aGainThatMayChangeIsNoAdviceWhileTrialsComeIn() {
    Findings findings = findings(0.3, 8000);
    assertThat(findings.isGainClear()).isTrue();
    assertThat(Headline.remedy(findings, Standing.REFINING)).contains("would help");
    Findings fewer = findings(0.3, 200);
    assertThat(fewer.isGainClear()).isTrue();
    assertThat(fewer.gainHalfWidth()).isGreaterThan(fewer.gain() / 3);
    assertThat(Headline.remedy(fewer, Standing.REFINING)).isEqualTo(TOO_EARLY);
    assertThat(Headline.remedy(fewer, Standing.FRESH)).contains("would help");
  }

  @Test
  void fewTrialsTellNoGainAndManyRuleOneOut() {
    Findings few = findings(0.1, 80);
    for (Standing part : List.of(Standing.REFINING, Standing.CANCELLED, Standing.FAILED)) {
      assertThat(Headline.remedy(few, part)).isEqualTo(TOO_EARLY);
    }
    for (Standing whole : List.of(Standing.FRESH, Standing.STORED)) {
      assertThat(Headline.remedy(few, whole)).isEqualTo(NOT_TOLD);
    }
    // 0.02 ± 0.014 still allows a gain of 0.03; 0.01 ± 0.014 does not.
    assertThat(Headline.remedy(findings(0.02, 20_000), Standing.REFINING)).isEqualTo(TOO_EARLY);
    assertThat(Headline.remedy(findings(0.01, 20_000), Standing.REFINING))
        .startsWith(NOTHING_HELPS);
    assertThat(Headline.remedy(findings(0.1, 20_000), Standing.REFINING))
        .startsWith("Doubling the inner sample size |τ| would help one estimate most: 10 % ± 1");
  }

  @Test
  void aChangeWithoutNumbersIsNotRuledOut() {
    Findings none = new Findings(findings(0.1, 80).now(), List.of(), Optional.empty());
    assertThat(Headline.remedy(none, Standing.REFINING)).isEqualTo(TOO_EARLY);
  }

  /** Noise alone, of which doubling the inner samples takes a share away. */
  private static Findings findings(double gain, long trials) {
    return new Findings(
        noise(1, trials),
        List.of(),
        Optional.of(
            new Findings.Part<>(
                new ErrorDiagnosis.Change(
                    ErrorDiagnosis.Change.Kind.DOUBLE,
                    ErrorDiagnosis.Source.INNER,
                    Optional.empty()),
                noise(1 - gain, trials))));
  }

  private static ErrorBudget noise(double total, long trials) {
    return new ErrorBudget(
        90, 0, 0, 0, 0.1, total, total, total / Math.sqrt(2.0 * trials), trials, 0);
  }

  @Test
  void theNumbersMoveWithTheControls() {
    model.start();
    slots("lvc:4", "exact", "exact");
    String few = text();
    slots("lvc:256", "exact", "exact");
    assertThat(text()).isNotEqualTo(few);
    assertThat(angle(text())).isLessThan(angle(few));
  }

  private static int angle(String text) {
    var matcher =
        java.util.regex.Pattern.compile("(\\d+)°.* from the true direction").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  /** Wherever the view has less room. */
  @Test
  void whatTheNumbersAreAShareOfIsAlwaysSaid() {
    model.start();
    slots("lvc:8", "lvc:8", "exact");
    List<String> lines = HeadlineView.shorter(model.headlineProperty().get());
    assertThat(lines.get(0)).contains("MDPs · in % of the true one, ± half a 95 % interval");
    assertThat(lines).hasSizeGreaterThan(6).allMatch(line -> line.contains("% of the true"));
    assertThat(lines.get(lines.size() - 1)).hasSizeLessThan(120);
  }

  @Test
  void everyStateIsOneCleanSentence() {
    Headline known = known();
    Map<Standing, String> withNumbers =
        Map.of(
            Standing.REFINING, "The estimated meta-gradient is wrong by ",
            Standing.FRESH, "The estimated meta-gradient is wrong by ",
            Standing.STORED, "The estimated meta-gradient is wrong by ",
            Standing.STALE, "Of earlier settings: the estimated meta-gradient is wrong by ",
            Standing.CANCELLED, "Stopped early: the estimated meta-gradient is wrong by ",
            Standing.FAILED, "Failed on the way: the estimated meta-gradient is wrong by ");
    withNumbers.forEach(
        (standing, words) -> assertThat(known.as(standing).text()).startsWith(words));
    Map<Standing, String> without =
        Map.of(
            Standing.REFINING, "Estimating …",
            Standing.STALE, "Estimating …",
            Standing.CANCELLED, "Stopped before there were numbers to show.",
            Standing.FAILED, "Failed before there were numbers to show.");
    without.forEach(
        (standing, words) -> {
          assertThat(Headline.waiting().as(standing).text()).isEqualTo(words);
          assertThat(Headline.without("Not shown: α is 0.").as(standing).text()).isEqualTo(words);
        });
  }

  private Headline known() {
    model.start();
    slots("lvc:8", "lvc:8", "exact");
    return model.headlineProperty().get();
  }

  /**
   * A sentence about exact slots, or about what was refused, is not of the settings that follow.
   */
  @Test
  void whatWasSaidWithoutNumbersIsNotSaidOfWhatComes() {
    List<String> said = new ArrayList<>();
    model.start();
    slots("exact", "exact", "exact");
    model.headlineProperty().addListener((o, old, now) -> said.add(now.text()));
    slots("lvc:4", "lvc:4", "exact");
    assertThat(said).first().isEqualTo("Estimating …");
    slots("lvc:4", "lvc:4", "lvc:4");
    assertThat(said).anyMatch(words -> words.startsWith("Of earlier settings: the estimated"));
    assertThat(said).noneMatch(words -> words.startsWith("Of earlier settings: E"));
  }
}
