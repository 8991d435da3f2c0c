package org.clientele.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clientele.Password;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final SetClock clock = new SetClock();

    @Test
    void aTokenIsGoodForItsUserForHalfADay() {
        Tokens tokens = new Tokens(clock);
        String token = tokens.issue("karaf");
        assertThat(tokens.accepts("karaf", token)).isTrue();
        assertThat(tokens.accepts("other", token)).isFalse();
        assertThat(tokens.accepts("karaf", "")).isFalse();
        assertThat(new Tokens(clock).accepts("karaf", token)).isFalse();
        clock.pass(Duration.ofHours(12));
        assertThat(tokens.accepts("karaf", token)).isTrue();
        clock.pass(Duration.ofHours(1));
        assertThat(tokens.accepts("karaf", token)).isFalse();
    }

    @Test
    void generatedPasswordsWaitFiveMinutesAndAreBounded() {
        GeneratedPasswords passwords = new GeneratedPasswords(clock);
        passwords.keep("karaf", "first", Password.generate());
        clock.pass(Duration.ofMinutes(5).plusSeconds(1));
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
