package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFamilyTest {

    @ParameterizedTest
    @CsvSource({
        "h2, jdbc:h2:mem:x, H2, org.h2.Driver, pax-jdbc-h2",
        "postgresql, jdbc:postgresql://h/d, PostgreSQL, org.postgresql.Driver, pax-jdbc-postgresql",
        "mariadb, jdbc:mariadb://h/d, MariaDB, org.mariadb.jdbc.Driver, pax-jdbc-mariadb",
        "derby, jdbc:derby:/d, Apache Derby, org.apache.derby.jdbc.EmbeddedDriver, pax-jdbc-derby",
        "derby, jdbc:derby://h:1527/d, Apache Derby, org.apache.derby.jdbc.ClientDriver, pax-jdbc-derbyclient",
        "oracle, jdbc:oracle:thin:@//h/d, Oracle, oracle.jdbc.OracleDriver, pax-jdbc-oracle",
        "mssql, jdbc:sqlserver://h, Microsoft SQL Server, com.microsoft.sqlserver.jdbc.SQLServerDriver, pax-jdbc-mssql",
        "db2, jdbc:db2://h/d, DB2/LINUXX8664, com.ibm.db2.jcc.DB2Driver, pax-jdbc-db2"
    })
    void aFamilyIsKnownByTypeUrlAndProduct(String type, String url, String product, String driver, String feature) {
        DatabaseFamily family = DatabaseFamily.ofType(type).orElseThrow();

        assertThat(DatabaseFamily.ofUrl(url)).contains(family);
        assertThat(DatabaseFamily.ofProduct(product)).contains(family);
        assertThat(family.driver(url)).isEqualTo(new DatabaseFamily.Driver(driver, feature));
        assertThat(DatabaseFamily.allTypes()).contains(type);
    }

    @Test
    void anUnknownDatabaseHasNoFamily() {
        assertThat(DatabaseFamily.ofType("sybase")).isEmpty();
        assertThat(DatabaseFamily.ofUrl("jdbc:sybase:Tds:h:5000/d")).isEmpty();
        assertThat(DatabaseFamily.ofProduct("Adaptive Server Enterprise")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "h2, add column X varchar(250)",
        "postgresql, add column X varchar(250)",
        "mariadb, add column X varchar(250)",
        "derby, add column X varchar(250)",
        "oracle, add (X varchar2(250 char))",
        "mssql, add X nvarchar(250)",
        "db2, add column X varchar(250 codeunits32)"
    })
    void aFurtherFieldIsAColumnOfText(String type, String addition) {
        assertThat(DatabaseFamily.ofType(type).orElseThrow().addition("X", 250)).isEqualTo(addition);
    }

    @Test
    void nothingInALiteralIsAWildcard() {
        String text = "100%_\\[a]";

        for (DatabaseFamily family : DatabaseFamily.ALL) {
            boolean brackets = family instanceof SqlServerFamily;
            assertThat(family.literal(text)).isEqualTo(brackets ? "100\\%\\_\\\\\\[a]" : "100\\%\\_\\\\[a]");
        }
    }
}
