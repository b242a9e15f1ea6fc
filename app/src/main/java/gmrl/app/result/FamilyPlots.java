package gmrl.app.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.figure.ResultPlot;
import gmrl.app.shelf.Document;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.compare.ConfigDiff;
import gmrl.experiment.families.SpecDocument;
import gmrl.experiment.store.RunNote;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the window draws of a family's result that is there already.
 *
 * @param family whose results
 * @param plots its charts, drawn as its page and its figures draw them; computes nothing
 */
public record FamilyPlots<S, R>(
    Family<S, R> family, Function<KeptResult<S, R>, List<ResultPlot>> plots) {

  /** What a person calls the run. */
  private static Optional<String> named(Document document) {
    return document.run().flatMap(RunNote::find).map(RunNote::name).filter(name -> !name.isBlank());
  }

  /**
   * Reads a result.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  StoredView open(Document document) {
    Path place = document.place();
    KeptResult<S, R> kept =
        document.run().isPresent()
            ? SpecDocument.result(place.toString(), family)
            : KeptResult.read(family, document.json());
    ObjectNode config = family.write(kept.spec());
    return new StoredView(
        place,
        family.id(),
        named(document).map(name -> name + " · ").orElse("") + family.title(),
        config,
        ConfigDiff.words(family.write(family.standard()), family.parts(), config),
        family.seed(kept.spec()),
        kept.run(),
        plots.apply(kept));
  }
}
