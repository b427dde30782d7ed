package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageChecksTest {

    private final Finding finding = new Finding();

    @Test
    void aMessageSentTwiceFails() {
        finding.messages.add("n1");
        assertThat(finding.failed()).containsExactly("no-message-twice");
    }

    @Test
    void aMessageThatWasSentButIsNotInTheBookFails() {
        finding.noticesSent.add("n3");
        assertThat(finding.failed()).containsExactly("messages-equal-the-book");
        assertThat(finding.detail("messages-equal-the-book")).contains("n3 was sent");
    }

    @Test
    void aMessageInTheBookThatNobodySentFails() {
        finding.messages.add("n3");
        assertThat(finding.failed()).containsExactly("messages-equal-the-book");
        finding.noticesFailed.add("n3");
        assertThat(finding.failed()).containsExactly("messages-equal-the-book");
        assertThat(finding.detail("messages-equal-the-book")).contains("failed, but the buyer");
    }

    @Test
    void aMessageWithTwoReceiptsFails() {
        finding.noticesSent.add("n1");
        assertThat(finding.failed()).containsExactly("messages-equal-the-book");
    }
}
