package presentry.account;

import java.util.List;

/** Where logins are found. */
@FunctionalInterface
public interface Logins {

    /** All logins of this name: several users of different domains may have the same user part. Blocks. */
    List<Login> named(String name);
}
