package gmrl.cli;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gmrl.experiment.Family;
import gmrl.experiment.families.Families;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandArchitectureTest {
  private static final JavaClasses COMMANDS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gmrl.cli");

  @Test
  void aCommandKnowsOneFamily() {
    List<String> rooms =
        Families.all().stream().map(Family::getClass).map(Class::getPackageName).toList();
    assertThat(rooms).hasSizeGreaterThan(4);
    for (String room : rooms) {
      String[] others =
          rooms.stream().filter(r -> !r.equals(room)).map(r -> r + "..").toArray(String[]::new);
      noClasses()
          .that(are(knowing(room)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .because("a family can be read, changed and removed alone")
          .check(COMMANDS);
    }
  }

  private static DescribedPredicate<JavaClass> knowing(String room) {
    return DescribedPredicate.describe(
        "knowing " + room,
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .map(d -> d.getTargetClass().getPackageName())
                .anyMatch(p -> p.equals(room) || p.startsWith(room + ".")));
  }
}
