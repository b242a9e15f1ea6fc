package gmrl.experiment;

import gmrl.experiment.file.CsvTable;

/**
 * Numbers that a family has without running anything.
 *
 * @param table as the family writes tables
 * @param reading how its rows are read; without a unit nothing in it is random
 */
public record KnownTable(CsvTable table, TableReading reading) {}
