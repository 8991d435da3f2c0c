package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ResultCode;
import java.util.Map;
import java.util.Optional;
import org.clientele.SourceUnavailableException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemoryFaultsTest extends FaultsContract<InMemoryDirectory> {

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "3, TIME_OUT, gave up after its time limit",
        "50, REQUEST, refused the search",
        "51, CONNECTION, does not serve us",
        "52, CONNECTION, does not serve us",
        "80, REQUEST, refused the search"
    })
    void aSearchThatTheServerEndsIsAFailureOfItsKindAndNoAnswer(int code, Reason reason, String message)
            throws Exception {
        directory().load(Person.entries(Person.of(1, "ann")));
        LdapSource source = source(Map.of());
        directory().refuse(Optional.of(ResultCode.valueOf(code)));
        assertThatThrownBy(() -> source.search(all(10), soon())).hasMessageContaining(message);
        assertThat(reasonOf(() -> source.find("ann", soon()))).isEqualTo(reason);
        directory().refuse(Optional.empty());
        assertThat(source.find("ann", soon())).isPresent();
    }
}
