package gmrl.tree;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes records apart and makes new ones, through their accessors and canonical constructor. */
final class Records {

  private record Layout(
      Constructor<?> constructor,
      List<Method> accessors,
      List<String> names,
      List<PathEntry> entries) {}

  /** Per class and derived from it alone, so that sharing it is not observable. */
  private static final ClassValue<Layout> LAYOUTS =
      new ClassValue<>() {
        @Override
        protected Layout computeValue(Class<?> type) {
          return layout(type);
        }
      };

  private Records() {}

  private static Layout layout(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    List<Method> accessors = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Method accessor = components[i].getAccessor();
      accessor.setAccessible(true);
      accessors.add(accessor);
      names.add(components[i].getName());
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new Layout(constructor, accessors, names, Node.fields(names));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Record without canonical constructor: " + type, e);
    }
  }

  static Node open(Record node) {
    Layout layout = LAYOUTS.get(node.getClass());
    List<@Nullable Object> children = new ArrayList<>();
    for (Method accessor : layout.accessors()) {
      try {
        children.add(accessor.invoke(node));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("Cannot read " + accessor, e);
      }
    }
    return new Node(new Shape.RecordNode(node.getClass()), layout.entries(), children);
  }

  static Object create(Class<?> type, List<Object> children, Place at) {
    Layout layout = LAYOUTS.get(type);
    Class<?>[] types = layout.constructor().getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      Object child = children.get(i);
      Class<?> boxed = MethodType.methodType(types[i]).wrap().returnType();
      if (child == null ? types[i].isPrimitive() : !boxed.isInstance(child)) {
        throw new TreeException(
            TreeException.Kind.COMPONENT_TYPE,
            at,
            "Record %s at %s: component %s takes a %s, not %s"
                .formatted(
                    type.getSimpleName(),
                    at,
                    layout.names().get(i),
                    types[i].getSimpleName(),
                    child == null ? "none" : "a " + child.getClass().getSimpleName()));
      }
    }
    try {
      return layout.constructor().newInstance(children.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused; // the record's own validation
      }
      throw new IllegalStateException("Cannot create " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot create " + type, e);
    }
  }
}
