package presentry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the lines of the table add up. */
class ImportTableTest {
    private final ImportTable table = ImportTable.parse("""
        library Netty = io.netty
        library java.sql = java.sql
        *        -> uri ;
        agent.*  -> model ;
        model    -> ; Netty
        agent.a  -> store ; java.sql
        agent.b  -> agent.a+ ;
        store    -> ;
        top      -> * ;
        """);

    @Test
    void aPackageMayImportWhatItsLineNames() {
        assertThat(table.allowsOurs("agent.a", "store")).isTrue();
    }

    @Test
    void aPackageMayNotImportWhatNoLineNames() {
        assertThat(table.allowsOurs("model", "agent.a")).isFalse();
    }

    @Test
    void aPlusBringsWhatThatPackageMayImport() {
        assertThat(table.allowsOurs("agent.b", "store")).isTrue();
    }

    @Test
    void aStarOnTheLeftAddsToThePackagesBelow() {
        assertThat(table.allowsOurs("agent.b", "model")).isTrue();
    }

    @Test
    void aStarOnTheRightMeansEverything() {
        assertThat(table.allowsOurs("top", "agent.b")).isTrue();
    }

    @Test
    void aLibraryIsNotInherited() {
        assertThat(table.allowsForeign("agent.b", "java.sql")).isFalse();
    }

    @Test
    void theCoreOfTheJdkIsFree() {
        assertThat(table.allowsForeign("model", "java.util.concurrent")).isTrue();
    }

    @Test
    void aLibraryNobodyNamedIsForbidden() {
        assertThat(table.allowsForeign("top", "com.sun.net.httpserver")).isFalse();
    }
}
