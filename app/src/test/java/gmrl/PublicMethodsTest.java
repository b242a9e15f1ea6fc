package gmrl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house over both modules: no name twice, nothing public that no program calls. */
class PublicMethodsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gmrl");

  @Test
  void bothModulesAreThere() {
    assertThat(HOUSE.stream().map(JavaClass::getPackageName))
        .contains("gmrl.cli", "gmrl.app", "gmrl.meta", "gmrl.autodiff");
  }

  @Test
  void noPublicMethodIsThereForTestsAlone() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAnyPackage("gmrl.meta..", "gmrl.mdp..", "gmrl.ipd..", "gmrl.theory..")
        .should(beCalled())
        .because("what nobody calls is deleted, made private to its package, or marked LibraryApi")
        .check(HOUSE);
  }

  @Test
  void noTwoPublicClassesShareASimpleName() {
    Map<String, String> first = new HashMap<>();
    HOUSE.stream()
        .filter(
            c ->
                c.isTopLevelClass()
                    && c.getModifiers().contains(JavaModifier.PUBLIC)
                    && !c.getSimpleName().equals("package-info"))
        .forEach(
            c ->
                assertThat(first.put(c.getSimpleName(), c.getName()))
                    .as("the other class with the name of %s", c.getName())
                    .isNull());
  }

  private static ArchCondition<JavaMethod> beCalled() {
    return new ArchCondition<>("be called by a program or overriding") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean used =
            isGenerated(method)
                || method.isAnnotatedWith(LibraryApi.class)
                || method.getOwner().isAnnotatedWith(LibraryApi.class)
                || method.getOwner().getPackage().isAnnotatedWith(LibraryApi.class)
                || overrides(method)
                || !method.getReferencesToSelf().isEmpty()
                || method.getAccessesToSelf().stream()
                    .anyMatch(access -> !access.getOrigin().equals(method));
        if (!used) {
          events.add(
              SimpleConditionEvent.violated(
                  method, "nothing calls " + method.getFullName() + " but itself or tests"));
        }
      }
    };
  }

  /** Written by the compiler, or read through reflection as a part of a record. */
  private static boolean isGenerated(JavaMethod method) {
    JavaClass owner = method.getOwner();
    boolean component =
        owner.isRecord()
            && method.getRawParameterTypes().isEmpty()
            && owner.tryGetField(method.getName()).isPresent();
    boolean ofEnum =
        owner.isEnum() && (method.getName().equals("values") || method.getName().equals("valueOf"));
    boolean ofObject = Set.of("equals", "hashCode", "toString").contains(method.getName());
    return component
        || ofEnum
        || ofObject
        || method.getModifiers().contains(JavaModifier.SYNTHETIC)
        || method.getModifiers().contains(JavaModifier.BRIDGE);
  }

  private static boolean overrides(JavaMethod method) {
    JavaClass owner = method.getOwner();
    return Stream.concat(
            owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
        .flatMap(above -> above.getMethods().stream())
        .anyMatch(
            above ->
                above.getName().equals(method.getName())
                    && above.getRawParameterTypes().size() == method.getRawParameterTypes().size());
  }
}
