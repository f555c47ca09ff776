package parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsFoundByItsNameOnTheWire(Refusal refusal) {
        assertThat(refusal.wireName()).matches("[a-z0-9]+(-[a-z0-9]+)*").hasToString(refusal.toString());
        assertThat(Refusal.named(refusal.wireName())).isSameAs(refusal);
    }

    @Test
    void aNameThatNobodyKnowsIsOther() {
        assertThat(Refusal.named("too-witty")).isSameAs(Refusal.OTHER);
        assertThat(Refusal.named("NICK_TAKEN")).isSameAs(Refusal.OTHER);
    }
}
