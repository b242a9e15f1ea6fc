/** The per-step inspector: one trial, followed through its inner steps. */
@org.jspecify.annotations.NullMarked
package gmrl.app.inspect;
