package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ResultCode;
import java.util.Map;
import java.util.Optional;
import org.clientele.spi.SourcePage;
import org.junit.jupiter.api.Test;

class InMemoryLimitsTest extends LimitsContract<InMemoryDirectory> {

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    @Test
    void aServerThatRefusesPagesOfAnySizeIsNotAskedForSmallerOnesFromThenOn() throws Exception {
        LdapSource source = source(Map.of());
        directory().refuse(Optional.of(ResultCode.ADMIN_LIMIT_EXCEEDED));
        SourcePage nothing = source.search(all(10), soon());
        directory().refuse(Optional.empty());
        assertThat(nothing.records()).isEmpty();
        assertThat(nothing.truncated()).isTrue();
        assertSaid(source, "its limit is too low (adminLimitExceeded)");
        int before = directory().searches();
        assertThat(source.search(all(10), soon()).records()).hasSize(5);
        assertThat(directory().searches() - before).isEqualTo(1);
        assertThat(source.condition().findings()).isEmpty();
    }
}
