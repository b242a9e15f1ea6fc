/**
 * Pictures and checks of a computation: {@link gmrl.autodiff.inspect.HessianPath} says in words
 * where the path of a derivative was cut, {@link gmrl.autodiff.inspect.GradientGraph} draws it.
 */
@gmrl.LibraryApi
@org.jspecify.annotations.NullMarked
package gmrl.autodiff.inspect;
