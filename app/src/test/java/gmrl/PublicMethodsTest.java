package gmrl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The house over both modules: no name twice, nothing public that no program calls. */
class PublicMethodsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gmrl");

  private static final String GENERATED = "io.soabase.recordbuilder.core.RecordBuilderGenerated";

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
                || method.getOwner().getModifiers().contains(JavaModifier.PRIVATE)
                || isOfBuilder(method.getOwner())
                || method.isAnnotatedWith(LibraryApi.class)
                || method.getOwner().isAnnotatedWith(LibraryApi.class)
                || method.getOwner().getPackage().isAnnotatedWith(LibraryApi.class)
                || overrides(method)
                || isCalled(method)
                || method.getOwner().getAllSubclasses().stream()
                    .flatMap(below -> below.getMethods().stream())
                    .anyMatch(below -> isSame(method, below) && isCalled(below));
        if (!used) {
          events.add(
              SimpleConditionEvent.violated(
                  method, "nothing calls " + method.getFullName() + " but itself or tests"));
        }
      }
    };
  }

  private static boolean isCalled(JavaMethod method) {
    return !method.getReferencesToSelf().isEmpty()
        || method.getAccessesToSelf().stream()
            .anyMatch(access -> !access.getOrigin().equals(method));
  }

  private static boolean isSame(JavaMethod above, JavaMethod below) {
    return above.getName().equals(below.getName())
        && above.getRawParameterTypes().size() == below.getRawParameterTypes().size();
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
        || isMain(method)
        || isMixin(owner)
        || method.getModifiers().contains(JavaModifier.SYNTHETIC)
        || method.getModifiers().contains(JavaModifier.BRIDGE);
  }

  private static boolean isMain(JavaMethod method) {
    return method.getName().equals("main")
        && method.getModifiers().contains(JavaModifier.STATIC)
        && method.getRawParameterTypes().size() == 1;
  }

  /** Names of keys in files, which Jackson reads off an interface that nobody implements. */
  private static boolean isMixin(JavaClass owner) {
    return owner.isInterface()
        && owner.getMethods().stream()
            .allMatch(m -> m.isMetaAnnotatedWith(JacksonAnnotation.class));
  }

  /** Part of the generated builder of a record, which has a method for every component. */
  private static boolean isOfBuilder(JavaClass owner) {
    return owner.isAnnotatedWith(GENERATED)
        || owner.getEnclosingClass().map(PublicMethodsTest::isOfBuilder).orElse(false);
  }

  private static boolean overrides(JavaMethod method) {
    for (Class<?> above = method.getOwner().reflect();
        above != null;
        above = above.getSuperclass()) {
      if (isDeclared(method, above.getSuperclass())
          || Stream.of(above.getInterfaces()).anyMatch(face -> isInherited(method, face))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInherited(JavaMethod method, Class<?> face) {
    return isDeclared(method, face)
        || Stream.of(face.getInterfaces()).anyMatch(above -> isInherited(method, above));
  }

  private static boolean isDeclared(JavaMethod method, @Nullable Class<?> in) {
    return in != null
        && Stream.of(in.getDeclaredMethods())
            .anyMatch(
                above ->
                    above.getName().equals(method.getName())
                        && above.getParameterCount() == method.getRawParameterTypes().size());
  }
}
