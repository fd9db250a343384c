using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Editing;

/// <summary>Makes the entry of an act; whoever acts saves it in the act's own transaction, so that neither is there without the other.</summary>
public sealed class AuditTrail(TimeProvider clock)
{
    /// <param name="editor">E-mail of who acts, <see cref="AuditActs.Shell"/> or <see cref="AuditActs.Configuration"/>.</param>
    /// <param name="act">One of <see cref="AuditActs"/>.</param>
    /// <param name="subject">What it is done to.</param>
    /// <param name="detail">What else there is to know.</param>
    /// <param name="before">The value as it was; cut to <see cref="AuditEntry.LongestValue"/> characters.</param>
    /// <param name="after">The value as it is since; cut as well.</param>
    public AuditEntry Entry(string editor, string act, string subject, string? detail = null, string? before = null, string? after = null)
    {
        var now = clock.GetUtcNow();
        return new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now.UtcDateTime,
            Editor = editor,
            Act = act,
            Subject = subject,
            Detail = detail,
            Before = Cut(before),
            After = Cut(after),
        };
    }

    /// <summary>A value short enough for an entry.</summary>
    public static string? Cut(string? value) =>
        value is { Length: > AuditEntry.LongestValue } ? string.Concat(value.AsSpan(0, AuditEntry.LongestValue - (char.IsHighSurrogate(value[AuditEntry.LongestValue - 2]) ? 2 : 1)), "…") : value;
}
