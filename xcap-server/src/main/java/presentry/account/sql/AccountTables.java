package presentry.account.sql;

import java.util.List;
import presentry.storage.MigrationSet;

/** The table of the accounts. */
public final class AccountTables {

    /** For {@link presentry.storage.Database#open}. */
    public static final MigrationSet MIGRATIONS =
            new MigrationSet("account", AccountTables.class, List.of("0001-accounts.sql"));

    private AccountTables() {}
}
