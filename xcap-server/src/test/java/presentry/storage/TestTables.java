package presentry.storage;

import java.util.List;

/** One table of two columns, beside it the second version that adds another. */
final class TestTables {

    static final MigrationSet FIRST = new MigrationSet("test", TestTables.class, List.of("0001-entries.sql"));

    static final MigrationSet SECOND =
            new MigrationSet("test", TestTables.class, List.of("0001-entries.sql", "0002-remark.sql"));

    private TestTables() {}
}
