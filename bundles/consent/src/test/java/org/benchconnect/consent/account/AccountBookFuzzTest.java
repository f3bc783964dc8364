package org.benchconnect.consent.account;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever is under the seal of the accounts: it is read to the letter and written the same, or refused. */
class AccountBookFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void accounts(byte[] bytes) {
        try {
            if (!Arrays.equals(bytes, AccountBookText.write(AccountBookText.read(bytes)))) {
                throw new AssertionError("read what it does not write");
            }
        } catch (IllegalArgumentException e) {
            return; // refused
        }
    }
}
