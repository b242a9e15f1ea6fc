package gmrl.app.result;

import gmrl.app.live.Laboratory;
import gmrl.app.shelf.DiskWork;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.StoredPages;
import gmrl.experiment.Family;
import gmrl.experiment.families.SpecDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The stored result that is shown. Belongs to the interface thread; reads on another. */
final class ResultViewModel {
  private final List<FamilyPlots<?, ?>> families;
  private final Laboratory lab;
  private final Shelf shelf;
  private final DiskWork disk;
  private final ReadOnlyObjectWrapper<Optional<StoredView>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * A page that shows nothing yet.
   *
   * @param disk runs what waits for the disk, one after another
   * @param problems takes one sentence about something that went wrong
   */
  ResultViewModel(
      List<FamilyPlots<?, ?>> families,
      Laboratory lab,
      Shelf shelf,
      Executor disk,
      Consumer<String> problems) {
    this.families = List.copyOf(families);
    this.lab = lab;
    this.shelf = shelf;
    this.disk = new DiskWork(disk, problems);
  }

  /** What is shown; empty before something was opened. */
  ReadOnlyObjectProperty<Optional<StoredView>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /**
   * Shows the result that a place holds, as soon as it is read.
   *
   * @param place a file of JSON or the folder of a run
   * @return whether it is one of a family of this page
   * @throws IllegalArgumentException in one sentence if it cannot be read
   */
  boolean open(Path place) {
    if (!Files.isDirectory(place) && !place.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      return false;
    }
    StoredPages.requireModest(place);
    Optional<FamilyPlots<?, ?>> found = SpecDocument.familyOfResult(place).flatMap(this::plots);
    found.ifPresent(
        family ->
            disk.then(
                () -> {
                  StoredView view = family.open(place);
                  lab.ui().execute(() -> shown.set(Optional.of(view)));
                }));
    return found.isPresent();
  }

  private Optional<FamilyPlots<?, ?>> plots(Family<?, ?> family) {
    return families.stream()
        .<FamilyPlots<?, ?>>map(each -> each)
        .filter(each -> each.family().id().equals(family.id()))
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
