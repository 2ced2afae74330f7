package presentry.agent.endpoint;

import java.util.List;
import presentry.account.DigestCheck;

/**
 * How senders prove who they are, wherever they come from (RFC 3261, section 22).
 *
 * @param check makes challenges and judges what comes back
 * @param md5Agents how the User-Agent of clients begins that give up when they see a challenge with another algorithm than
 *     MD5, in place of passing over it (RFC 8760, section 2.4)
 */
public record SenderProof(DigestCheck check, List<String> md5Agents) {
    /** Takes a copy of the list. */
    public SenderProof {
        md5Agents = List.copyOf(md5Agents);
    }
}
