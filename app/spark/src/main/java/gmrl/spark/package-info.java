/**
 * Sweeps on Apache Spark: {@link gmrl.spark.SparkMaster}, which the command finds by itself when
 * this is on its class path.
 */
@NullMarked
package gmrl.spark;

import org.jspecify.annotations.NullMarked;
