package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.InvalidInputException;
import org.clientele.authentication.CustomerUserTokens;
import org.clientele.authentication.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest extends NodeTest {

    @Test
    void aTokenIsGoodOnce() throws Exception {
        node.add("john");
        Token token = node.tokens().issue("JOHN", "password-reset").orElseThrow();

        assertThat(node.tokens().use("john", "password-reset", token.value())).isTrue();
        assertThat(node.tokens().use("john", "password-reset", token.value())).isFalse();
    }

    @Test
    void ofManyWhoUseItAtOnceOneSucceeds() throws Exception {
        node.add("john");
        Token token = node.tokens().issue("john", "reset").orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int used = 0;
            for (Future<Boolean> answer : threads.invokeAll(Collections.nCopies(
                    8, (Callable<Boolean>) () -> node.tokens().use("john", "reset", token.value())))) {
                used += answer.get() ? 1 : 0;
            }
            assertThat(used).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aWrongTokenIsRefusedAndUsesNothingUp() throws Exception {
        node.add("john");
        node.add("mary");
        Token token = node.tokens().issue("john", "reset").orElseThrow();

        for (String wrong : List.of("", "x", token.value() + "x", token.value().substring(1), "カス", "\0")) {
            assertThat(node.tokens().use("john", "reset", wrong)).isFalse();
        }
        assertThat(node.tokens().use("mary", "reset", token.value()))
                .as("somebody else's")
                .isFalse();
        assertThat(node.tokens().use("john", "other", token.value()))
                .as("another purpose")
                .isFalse();
        assertThat(node.tokens().use("nobody", "reset", token.value())).isFalse();
        assertThat(node.tokens().use("john", "reset", token.value())).isTrue();
    }

    @Test
    void aNewTokenReplacesTheOneForTheSamePurpose() throws Exception {
        node.add("john");
        Token first = node.tokens().issue("john", "reset").orElseThrow();
        Token other = node.tokens().issue("john", "confirm").orElseThrow();
        Token second = node.tokens().issue("john", "reset").orElseThrow();

        assertThat(first.value()).isNotEqualTo(second.value()).hasSize(43);
        assertThat(node.tokens().use("john", "reset", first.value())).isFalse();
        assertThat(node.tokens().use("john", "reset", second.value())).isTrue();
        assertThat(node.tokens().use("john", "confirm", other.value())).isTrue();
    }

    @Test
    void whoDoesNotExistOrIsNotValidGetsNone() throws Exception {
        node.add("john");
        Token token = node.tokens().issue("john", "reset").orElseThrow();
        node.update("john", Map.of("ValidID", "2"));

        assertThat(node.tokens().issue("john", "reset")).isEmpty();
        assertThat(node.tokens().use("john", "reset", token.value())).isFalse();
        assertThat(node.tokens().issue("nobody", "reset")).isEmpty();
        assertThat(node.query("select purpose from customer_user_token")).hasSize(1);
        node.update("john", Map.of("ValidID", "1"));
        assertThat(node.tokens().use("john", "reset", token.value())).isTrue();
    }

    @Test
    void aTokenExpires() throws Exception {
        node.add("john");
        Token token = node.tokens().issue("john", "reset").orElseThrow();
        assertThat(token.expiresAt())
                .isBetween(
                        Instant.now().plus(CustomerUserTokens.DEFAULT_LIFE).minusSeconds(60),
                        Instant.now().plus(CustomerUserTokens.DEFAULT_LIFE));
        node.execute("update customer_user_token set expires_at = "
                + Instant.now().minusMillis(1).toEpochMilli());

        assertThat(node.tokens().use("john", "reset", token.value())).isFalse();
    }

    @Test
    void onlyADigestIsKept() throws Exception {
        node.add("john");
        Token token = node.tokens().issue("john", "reset").orElseThrow();

        assertThat(node.query("select token_hash from customer_user_token"))
                .singleElement()
                .asString()
                .hasSize(64)
                .isNotEqualTo(token.value());
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x\0", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "ä"})
    void aPurposeThatIsNoneIsRefused(String purpose) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.tokens().issue("john", purpose));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.tokens().use("john", purpose, "x"));
    }

    @Test
    void aLifeIsBounded() throws Exception {
        node.add("john");
        for (Duration life : List.of(
                Duration.ZERO,
                Duration.ofDays(-1),
                CustomerUserTokens.LONGEST_LIFE.plusMillis(1),
                Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> node.tokens().issue("john", "reset", life));
        }
        assertThat(node.tokens().issue("john", "reset", CustomerUserTokens.LONGEST_LIFE))
                .isPresent();
    }
}
