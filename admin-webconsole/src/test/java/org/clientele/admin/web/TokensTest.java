package org.clientele.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.clientele.Password;
import org.junit.jupiter.api.Test;

class TokensTest {
    private Instant now = Instant.parse("2025-03-01T10:30:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void aTokenIsGoodForItsUserForHalfADay() {
        Tokens tokens = new Tokens(clock);
        String token = tokens.issue("karaf");
        assertThat(tokens.accepts("karaf", token)).isTrue();
        assertThat(tokens.accepts("other", token)).isFalse();
        assertThat(tokens.accepts("karaf", "")).isFalse();
        assertThat(new Tokens(clock).accepts("karaf", token)).isFalse();
        now = now.plus(Duration.ofHours(12));
        assertThat(tokens.accepts("karaf", token)).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(tokens.accepts("karaf", token)).isFalse();
    }

    @Test
    void generatedPasswordsWaitFiveMinutesAndAreBounded() {
        GeneratedPasswords passwords = new GeneratedPasswords(clock);
        passwords.keep("karaf", "first", Password.generate());
        now = now.plus(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(passwords.take("karaf")).isEmpty();
        for (int i = 0; i < 101; i++) {
            passwords.keep("karaf", "login" + i, Password.generate());
        }
        assertThat(passwords.take("other")).isEmpty();
        assertThat(passwords.take("karaf"))
                .hasSize(100)
                .noneMatch(entry -> entry.login().equals("login0"));
        assertThat(passwords.take("karaf")).isEmpty();
    }
}
