using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.News.Model;

/// <summary>Somebody who works in the redaksi.</summary>
public sealed class Editor : IdentityUser
{
    public DateTime CreatedAt { get; set; }

    /// <summary>Since when the account is closed; null while it may be used.</summary>
    public DateTime? DeactivatedAt { get; set; }

    /// <summary>The newest step of the clock (30 seconds each, since 1970) whose one-time code was used: a code counts once (RFC 6238, 5.2).</summary>
    public long UsedCodeStep { get; set; }
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
