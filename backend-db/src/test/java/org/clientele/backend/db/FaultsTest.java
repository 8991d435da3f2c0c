package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.persistence.PersistenceException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States and numbers as drivers give them; those of Oracle, SQL Server and Db2 are from their documentation. */
class FaultsTest {

    @ParameterizedTest
    @CsvSource({
        "57014, 0, TIME_OUT",
        "70100, 1969, TIME_OUT",
        "XCL52, 30000, TIME_OUT",
        "40XL1, 30000, TIME_OUT",
        "72000, 1013, TIME_OUT",
        "HY008, 0, TIME_OUT",
        "57P01, 0, CONNECTION",
        "08006, 0, CONNECTION",
        "28000, -4214, CONNECTION",
        "XJ004, 40000, CONNECTION",
        "72000, 1017, CONNECTION",
        "S0001, 18456, CONNECTION",
        "42P01, 0, WAITING",
        "42S02, 1146, WAITING",
        "42X05, 30000, WAITING",
        "42000, 942, WAITING",
        "S0002, 208, WAITING",
        "42704, -204, WAITING",
        "42703, 0, MISCONFIGURED",
        "42X04, 30000, MISCONFIGURED",
        "42000, 904, MISCONFIGURED",
        "S0001, 207, MISCONFIGURED",
        "42704, 0, REQUEST",
        "42000, 1064, REQUEST",
        "72000, 20001, REQUEST"
    })
    void aStateHasItsReason(String state, int number, Reason reason) {
        assertThat(fault(state, number).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"23505, 0", "23000, 1062", "23505, 30000", "23000, 1", "23000, 2601", "23000, 2627", "23505, -803"})
    void aSecondOneOfAUniqueValueIsTold(String state, int number) {
        assertThat(Faults.isDuplicate(exception(state, number))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"22001, 0", "HY000, 1366", "22001, 30000", "72000, 12899", "S0001, 2628", "22001, -302", "23502, -407"})
    void aValueThatDoesNotFitIsTold(String state, int number) {
        assertThat(Faults.isRefusedValue(exception(state, number))).isTrue();
        assertThat(Faults.isDuplicate(exception(state, number))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"53100, 0", "HY000, 1021", "90028, 90028"})
    void aFullDiskIsNamed(String state, int number) {
        assertThat(fault(state, number))
                .hasMessage("The database of CustomerUser could not write (SQL state " + state
                        + "); its disk may be full.");
    }

    @Test
    void anH2DatabaseThatClosedItselfIsTold() {
        assertThat(Faults.isClosedDatabase(exception("90098", 90098))).isTrue();
        assertThat(Faults.isClosedDatabase(exception("08006", 0))).isFalse();
    }

    @Test
    void aPoolThatCannotConnectIsNotTakenForAnExhaustedOne() {
        SQLException failure = new SQLException("Connection refused", "08001");
        SQLException away = new SQLTransientConnectionException("Connection is not available", "08001", failure);
        SQLException exhausted = new SQLTransientConnectionException("Connection is not available");

        assertThat(Faults.of("CustomerUser", away))
                .hasMessage("The database of CustomerUser cannot be reached (SQL state 08001).");
        assertThat(Faults.of("CustomerUser", exhausted)).hasMessageStartingWith("All connections");
    }

    @Test
    void aRefusedSignInIsNotTakenForADatabaseThatIsAway() {
        assertThat(fault("28P01", 0))
                .hasMessageStartingWith("The database of CustomerUser refused user and password (SQL state 28P01)")
                .returns(Reason.CONNECTION, SourceUnavailableException::reason);
    }

    @Test
    void whatHasNoStateHasNoneInItsMessage() {
        assertThat(fault(null, 7)).hasMessage("The database of CustomerUser refused the request.");
    }

    @Test
    void aPoolThatWasClosedCannotBeReached() {
        HikariDataSource pool = new HikariDataSource();
        pool.close();
        SQLException closed = catchThrowableOfType(SQLException.class, pool::getConnection);

        assertThat(Faults.of("CustomerUser", closed))
                .hasMessage("The database of CustomerUser cannot be reached.")
                .returns(Reason.CONNECTION, SourceUnavailableException::reason);
    }

    private static SourceUnavailableException fault(String state, int number) {
        return Faults.of("CustomerUser", exception(state, number));
    }

    private static Exception exception(String state, int number) {
        return new PersistenceException(new SQLException("the driver's words", state, number));
    }
}
