using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.News.Model;

/// <summary>Somebody who works in the redaksi.</summary>
public sealed class Editor : IdentityUser
{
    public DateTime CreatedAt { get; set; }
}

public static class EditorRoles
{
    public const string Administrator = "Administrator";
    public const string Editor = "Editor";
    public const string Contributor = "Contributor";

    public static readonly IReadOnlyList<string> All = [Administrator, Editor, Contributor];

    /// <summary>Roles that may decide on articles.</summary>
    public const string MayPublish = Administrator + "," + Editor;
}

/// <summary>One act of an editor, kept for good.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }

    /// <summary>E-mail at the time of the act: it stays readable when the account is gone.</summary>
    public required string Editor { get; init; }

    /// <summary>"article.publish", "article.reject" ...</summary>
    public required string Act { get; init; }

    public required string Subject { get; init; }
    public string? Detail { get; init; }
}
