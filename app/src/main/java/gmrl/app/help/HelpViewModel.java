package gmrl.app.help;

import gmrl.app.text.Typesetting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which page of the help is open, and what is looked for in the glossary. */
final class HelpViewModel {

  /** The pages of the help. */
  sealed interface Page {
    /** The group of what is about the laboratory itself. */
    String LAST = "The laboratory";

    /** In the list. */
    String title();

    /** What pages it stands among in the list; the first ones have no name. */
    default String group() {
      return "";
    }

    /** What one is looking at. */
    record Here(HelpFiles.Topic topic) implements Page {
      @Override
      public String title() {
        return "What am I looking at";
      }
    }

    /** Symbols and terms. */
    record Glossary() implements Page {
      @Override
      public String title() {
        return "Glossary";
      }
    }

    /** Formulas with their sources. */
    record Formulas() implements Page {
      @Override
      public String title() {
        return "Formulas";
      }
    }

    /** What keys do. */
    record Keys() implements Page {
      @Override
      public String title() {
        return "Keyboard";
      }
    }

    /** A guide. */
    record Reading(HelpFiles.Guide guide) implements Page {
      @Override
      public String title() {
        return guide.title();
      }

      @Override
      public String group() {
        return guide.group();
      }
    }

    /** The paper and how to cite it. */
    record Paper() implements Page {
      @Override
      public String title() {
        return "The paper";
      }

      @Override
      public String group() {
        return LAST;
      }
    }

    /** Version and licences. */
    record About() implements Page {
      @Override
      public String title() {
        return "About";
      }

      @Override
      public String group() {
        return LAST;
      }
    }
  }

  private final List<HelpFiles.Topic> topics = HelpFiles.topics();
  private final List<HelpFiles.Entry> glossary = HelpFiles.glossary();
  private final List<HelpFiles.Guide> guides = HelpFiles.guides();
  private final ReadOnlyObjectWrapper<Page> page;
  private final StringProperty query = new SimpleStringProperty("");
  private HelpFiles.Topic here;

  HelpViewModel() {
    here = topics.get(0);
    page = new ReadOnlyObjectWrapper<>(new Page.Here(here));
  }

  /** What is shown. */
  ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** What is looked for in the glossary. */
  StringProperty queryProperty() {
    return query;
  }

  /** Whether help has something to say about a part of the window. */
  boolean knows(String topic) {
    return topic(topic).isPresent();
  }

  private Optional<HelpFiles.Topic> topic(String id) {
    return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  /** Opens what there is to say about a part of the window; what is unknown changes nothing. */
  void lookAt(String topic) {
    topic(topic).ifPresent(found -> here = found);
    open(new Page.Here(here));
  }

  void open(Page next) {
    page.set(next);
  }

  /** Opens a guide that another one points to; false if there is none of this name. */
  boolean openGuide(String file) {
    Optional<HelpFiles.Guide> found =
        guides.stream().filter(guide -> guide.file().equals(file)).findFirst();
    found.ifPresent(guide -> open(new Page.Reading(guide)));
    return found.isPresent();
  }

  /** Opens the glossary at a term. */
  void openTerm(String term) {
    query.set(term);
    open(new Page.Glossary());
  }

  /** Pages in the order of the list. */
  List<Page> pages() {
    java.util.ArrayList<Page> pages = new java.util.ArrayList<>();
    pages.add(new Page.Here(here));
    pages.add(new Page.Glossary());
    pages.add(new Page.Formulas());
    pages.add(new Page.Keys());
    guides.forEach(guide -> pages.add(new Page.Reading(guide)));
    pages.add(new Page.Paper());
    pages.add(new Page.About());
    return pages;
  }

  /** Sets the formulas of a page before it is shown. */
  void prepare(Page next, Executor ui, Runnable then) {
    if (next instanceof Page.Here shown) {
      Typesetting.ahead(shown.topic().text(), List.of(), ui, then);
    } else if (next instanceof Page.Glossary || next instanceof Page.Formulas) {
      Typesetting.ahead(
          glossary.stream().flatMap(entry -> Stream.of(entry.text(), symbol(entry))).toList(),
          glossary.stream().flatMap(entry -> entry.lines().stream()).toList(),
          ui,
          then);
    } else {
      then.run();
    }
  }

  private static String symbol(HelpFiles.Entry entry) {
    return entry.symbol().isEmpty() ? "" : "$" + entry.symbol() + "$";
  }

  /** Guides in reading order. */
  List<HelpFiles.Guide> guides() {
    return guides;
  }

  /** The entries that the query finds: all of its words, in any order; terms before texts. */
  List<HelpFiles.Entry> found() {
    String words = query.get();
    String term = words.toLowerCase(java.util.Locale.ROOT).strip();
    return glossary.stream()
        .filter(entry -> entry.matches(words))
        .sorted(
            java.util.Comparator.comparing(
                entry -> !entry.term().toLowerCase(java.util.Locale.ROOT).startsWith(term)))
        .toList();
  }

  /** The entries that have a formula. */
  List<HelpFiles.Entry> formulas() {
    return glossary.stream().filter(entry -> !entry.formula().isEmpty()).toList();
  }
}
