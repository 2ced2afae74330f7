package presentry.account;

import presentry.uri.Aor;

/** The directory of a server that asks for passwords: of the users that its domains could have, those with an account. */
public final class AccountHolders implements UserDirectory {

    private final UserDirectory domains;
    private final Accounts accounts;

    /** @param domains who could be a user */
    public AccountHolders(UserDirectory domains, Accounts accounts) {
        this.domains = domains;
        this.accounts = accounts;
    }

    @Override
    public boolean exists(Aor user) {
        return domains.exists(user) && accounts.of(user).isPresent();
    }
}
