package gmrl.experiment.families;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.LibraryApi;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.Labelled;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.StateLink;
import gmrl.experiment.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds the specification in whatever the laboratory has written: a specification, a state of the
 * window, a result, the {@code run.json} of a stored run, or the configuration of a figure, each as
 * a file or as a link.
 *
 * <p>The shape of the document says where specifications stand in it; the families read them.
 */
public final class SpecDocument {
  /** Key under which a panel of a figure says what its curves are of. */
  private static final String SHOWN = "shown";

  private final JsonView json;
  private final Optional<String> label;

  private SpecDocument(JsonView json, Optional<String> label) {
    this.json = json.object();
    this.label = label;
  }

  /**
   * Opens a document in whatever kind of file it stands.
   *
   * @param source a run's folder, a file's path, perhaps followed by # and the label of one of the
   *     specifications it holds, or a link beginning with {@value StateLink#PREFIX}
   * @param reader gets the document out of a file; throws an IllegalArgumentException with a
   *     sentence
   * @throws IllegalArgumentException in one sentence if it cannot be read
   */
  public static SpecDocument open(String source, Function<Path, JsonView> reader) {
    if (source.strip().startsWith(StateLink.PREFIX)) {
      return of(JsonView.parse(StateLink.PLACE, StateLink.decode(source)));
    }
    int hash = source.indexOf('#');
    if (hash > 0 && !Files.exists(Path.of(source))) {
      return new SpecDocument(
          reader.apply(Path.of(source.substring(0, hash))),
          Optional.of(source.substring(hash + 1)));
    }
    Path path = Path.of(source);
    return of(StoredRun.isRun(path) ? StoredRun.document(path) : reader.apply(path));
  }

  /**
   * The result of one family that a file or the folder of a run holds, to be shown without being
   * computed again.
   *
   * @param source path of a result, of a run's folder or of its {@code run.json}
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static <S, R> KeptResult<S, R> result(String source, Family<S, R> family) {
    Path path = Path.of(source);
    Optional<Path> folder = StoredRun.folder(path);
    if (folder.isPresent()) {
      StoredRun run = StoredRun.open(folder.get());
      if (!run.kind().equals(family.id())) {
        throw new IllegalArgumentException(
            "%s holds a run of %s, expected one of %s"
                .formatted(folder.get(), run.kind(), family.id()));
      }
      KeptResult<S, R> kept = KeptResult.read(family, run.result());
      requireSame(run, family.write(family.read(run.config())), family.write(kept.spec()));
      return kept;
    }
    return KeptResult.read(family, JsonView.read(path));
  }

  /** A result that answers another question than its folder asks was put there, or changed. */
  private static void requireSame(StoredRun run, ObjectNode asked, ObjectNode answered) {
    if (!asked.equals(answered)) {
      throw new IllegalArgumentException(
          run.path() + ": config differs in run.json and result.json, expected one in both");
    }
  }

  /** Whose result a document is; empty for one of another kind. */
  public static Optional<Family<?, ?>> familyOfResult(JsonView json) {
    if (!json.isObject() || !json.has("config") || json.has("figure") || json.has("kind")) {
      return Optional.empty();
    }
    return Families.all().stream()
        .filter(family -> reads(() -> family.read(json.at("config"))))
        .sorted(Comparator.comparing(family -> !reads(() -> KeptResult.read(family, json))))
        .findFirst();
  }

  /** A document that was read already. */
  public static SpecDocument of(JsonView json) {
    return new SpecDocument(json, Optional.empty());
  }

  /**
   * The specification of one family in this document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public <S> S read(Family<S, ?> family) {
    if (isRun()) {
      StoredRun.whole(json);
      if (!json.at("kind").text().equals(family.id())) {
        throw json.at("kind").unexpected("a run of " + family.id());
      }
      return family.read(json.at("config"));
    }
    if (isFigure()) {
      return figure(family);
    }
    if (json.has("config")) {
      return family.read(json.at("config"));
    }
    if (isState(family)) {
      return family.read(json.at(family.id()));
    }
    List<Labelled<S>> parts = parts(json, family, "");
    return parts.isEmpty() ? family.read(json) : together(family, json.place(), parts);
  }

  /**
   * The family this document speaks of first; empty where no family can read it, or a bare
   * specification could be several's.
   */
  @LibraryApi
  public Optional<Family<?, ?>> family() {
    if (isRun()) {
      return Families.find(json.at("kind").text());
    }
    if (isFigure()) {
      return json.at("panels").elements().stream()
          .map(SpecDocument::source)
          .flatMap(panel -> Families.all().stream().filter(f -> belongs(panel, f)))
          .findFirst();
    }
    List<Family<?, ?>> readers = new ArrayList<>();
    for (Family<?, ?> family : Families.all()) {
      if (isState(family)) {
        return Optional.of(family);
      }
      if (reads(() -> read(family))) {
        readers.add(family);
      }
    }
    return readers.size() == 1 ? Optional.of(readers.get(0)) : Optional.empty();
  }

  private static boolean reads(Supplier<?> reading) {
    try {
      return reading.get() != null;
    } catch (IllegalArgumentException e) {
      return false; // the sentence would be about a family that nobody asked for
    }
  }

  private boolean isRun() {
    return json.has("kind") && json.has("status") && json.has("config");
  }

  private boolean isFigure() {
    return json.has("figure") && json.has("panels");
  }

  private boolean isState(Family<?, ?> family) {
    return json.has(family.id()) && json.at(family.id()).isObject();
  }

  private <S> S figure(Family<S, ?> family) {
    Map<String, Labelled<S>> all = new LinkedHashMap<>();
    for (JsonView panel : json.at("panels").elements()) {
      JsonView source = source(panel);
      if (!belongs(source, family)) {
        continue;
      }
      String title = panel.at("title").label();
      for (Labelled<S> part :
          alone(source, family, title).orElseGet(() -> parts(source, family, ""))) {
        add(all, part, title);
      }
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          json.place() + " is a figure without experiments of " + family.id() + ", expected some");
    }
    String title = json.has("title") ? json.at("title").text() : json.place();
    return together(family, title, List.copyOf(all.values()));
  }

  /** One more under a label of its own, unless it is there already. */
  private static <S> void add(Map<String, Labelled<S>> all, Labelled<S> part, String title) {
    String label = part.label();
    for (int n = 1; all.containsKey(label); n++) {
      if (all.get(label).value().equals(part.value())) {
        return;
      }
      label = part.label() + ", " + title + (n == 1 ? "" : ", " + n);
    }
    all.put(label, new Labelled<>(label, part.value()));
  }

  /**
   * Where a panel names its specifications: in itself, or in what it says that it shows, such as
   * the plot that runs lie over.
   */
  private static JsonView source(JsonView panel) {
    return panel.has(SHOWN) ? source(panel.at(SHOWN)) : panel;
  }

  /** The one specification of a panel that lists none. */
  private static <S> Optional<List<Labelled<S>>> alone(
      JsonView panel, Family<S, ?> family, String title) {
    return panel.has("config") && !panel.has(family.parts())
        ? Optional.of(List.of(new Labelled<>(title, family.read(panel.at("config")))))
        : Optional.empty();
  }

  private <S> S together(Family<S, ?> family, String title, List<Labelled<S>> parts) {
    if (label.isEmpty()) {
      return family.together(title, parts);
    }
    return parts.stream()
        .filter(part -> part.label().equals(label.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no experiment \"%s\", expected one of: %s"
                        .formatted(
                            json.place(),
                            label.get(),
                            String.join("; ", parts.stream().map(Labelled::label).toList()))))
        .value();
  }

  private static boolean belongs(JsonView panel, Family<?, ?> family) {
    for (String key : List.of("of", "family")) {
      if (panel.has(key)) {
        return panel.at(key).text().equals(family.id());
      }
    }
    return panel.has(family.parts())
        || (panel.has("groups")
            && panel.at("groups").elements().stream().allMatch(g -> g.has(family.parts())));
  }

  /** Specifications that stand under {@code config} beside their labels, in groups or alone. */
  private static <S> List<Labelled<S>> parts(JsonView at, Family<S, ?> family, String group) {
    List<Labelled<S>> parts = new ArrayList<>();
    if (at.has("groups")) {
      for (JsonView each : at.at("groups").elements()) {
        parts.addAll(parts(each, family, each.at("label").text() + ", "));
      }
    } else if (at.has(family.parts())) {
      for (JsonView each : at.at(family.parts()).elements()) {
        if (each.object().has("config")) {
          parts.add(
              new Labelled<>(group + each.at("label").text(), family.read(each.at("config"))));
        }
      }
    }
    return parts;
  }
}
