/** Meta-training with the estimated meta-gradient beside the exact one. */
@org.jspecify.annotations.NullMarked
package gmrl.app.training;
