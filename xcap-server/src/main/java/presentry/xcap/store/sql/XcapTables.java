package presentry.xcap.store.sql;

import java.util.List;
import presentry.storage.MigrationSet;

/** The tables of the document store. */
public final class XcapTables {

    /** For {@link presentry.storage.Database#open}. */
    public static final MigrationSet MIGRATIONS = new MigrationSet(
            "xcap", XcapTables.class, List.of("0001-documents.sql", "0002-claims.sql", "0003-starts.sql"));

    private XcapTables() {}
}
