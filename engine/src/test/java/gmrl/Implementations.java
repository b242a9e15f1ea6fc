package gmrl;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;

/** All classes of this project that implement an interface that users may implement too. */
public final class Implementations {
  private Implementations() {}

  /** Those in the interface's own package. */
  public static Set<Class<?>> of(Class<?> type) {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(type.getPackageName())
            .stream()
            .filter(c -> c.isAssignableTo(type) && !c.isInterface() && !c.isAnonymousClass())
            .map(JavaClass::reflect)
            .collect(Collectors.toUnmodifiableSet());
  }
}
