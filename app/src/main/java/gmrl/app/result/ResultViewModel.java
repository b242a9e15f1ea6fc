package gmrl.app.result;

import gmrl.app.shelf.Document;
import gmrl.app.shelf.Shelf;
import gmrl.experiment.Family;
import gmrl.experiment.families.SpecDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The stored result that is shown. Belongs to the interface thread. */
final class ResultViewModel {
  private final List<FamilyPlots<?, ?>> families;
  private final Shelf shelf;
  private final ReadOnlyObjectWrapper<Optional<StoredView>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** A page that shows nothing yet. */
  ResultViewModel(List<FamilyPlots<?, ?>> families, Shelf shelf) {
    this.families = List.copyOf(families);
    this.shelf = shelf;
  }

  /** What is shown; empty before something was opened. */
  ReadOnlyObjectProperty<Optional<StoredView>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /**
   * Reads the result that a file of JSON or the folder of a run holds; on any thread.
   *
   * @return shows it; empty if it is none of a family of this page
   * @throws IllegalArgumentException in one sentence if it cannot be read
   */
  Optional<Runnable> read(Document document) {
    return kind(document)
        .flatMap(this::plots)
        .map(
            family -> {
              StoredView view = family.open(document);
              return () -> shown.set(Optional.of(view));
            });
  }

  private static Optional<String> kind(Document document) {
    return document
        .kind()
        .or(
            () ->
                document.isNamed("json")
                    ? SpecDocument.familyOfResult(document.json()).map(Family::id)
                    : Optional.empty());
  }

  private Optional<FamilyPlots<?, ?>> plots(String kind) {
    return families.stream()
        .<FamilyPlots<?, ?>>map(each -> each)
        .filter(each -> each.family().id().equals(kind))
        .findFirst();
  }

  /** Whether a page of its family can show it as its own. */
  boolean hasPage() {
    return shown.get().flatMap(view -> shelf.source(view.kind())).stream()
        .anyMatch(source -> source.answers().isPresent());
  }

  /**
   * Puts settings and numbers of what is shown onto its family's page.
   *
   * @param open shows the page of a title
   */
  void takeUp(Consumer<String> open) {
    shown
        .get()
        .ifPresent(now -> shelf.reopening().answer(now.kind(), now.place(), now.config(), open));
  }

  /** Whether the window has controls for the settings of what is shown. */
  boolean isReopenable() {
    return shown.get().flatMap(view -> shelf.source(view.kind())).isPresent();
  }

  /**
   * Puts the settings of what is shown into the window.
   *
   * @return the page that goes on from them, if there is one
   */
  Optional<String> reopen() {
    Optional<StoredView> view = shown.get();
    view.ifPresent(now -> shelf.reopening().settings(now.kind(), now.place(), now.config()));
    return view.flatMap(now -> shelf.source(now.kind()))
        .flatMap(source -> source.pages().stream().findFirst());
  }
}
