using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Editing;

/// <summary>Audit entries of acts on articles. They never hold an article's words: those stand in its own history and go with it when it is erased.</summary>
internal static class Audited
{
    public static AuditEntry Act(TimeProvider clock, string act, Guid subject, string editor, string? detail = null) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        At = clock.GetUtcNow().UtcDateTime,
        Editor = editor,
        Act = act,
        Subject = subject.ToString(),
        Detail = detail,
    };
}
