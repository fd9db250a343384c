using System.Security.Claims;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>Where editors are signed in. Asked with every request that carries a cookie: a session that is ended, or whose account is closed, ends at once and on every node.</summary>
public sealed class SessionBook(PortalDbContext db, TimeProvider clock)
{
    public const string IdClaim = "sesi";

    /// <summary>Held by who has proven two factors in this session.</summary>
    public const string TwoFactorsClaim = "dua-langkah";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan s_grain = TimeSpan.FromMinutes(1);

    public async Task<EditorSession> OpenAsync(Editor editor, EntryWay way, HttpContext context)
    {
        var now = clock.GetUtcNow();
        var dead = (now - Lifetime - s_grain).UtcDateTime;
        await db.EditorSessions.Where(s => s.SeenAt < dead).ExecuteDeleteAsync(context.RequestAborted);
        var session = new EditorSession
        {
            Id = Guid.NewGuid(),
            EditorId = editor.Id,
            StartedAt = now.UtcDateTime,
            SeenAt = now.UtcDateTime,
            Device = Line(context.Request.Headers.UserAgent.ToString()),
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
            Way = way,
        };
        db.EditorSessions.Add(session);
        await db.SaveChangesAsync(context.RequestAborted);
        return session;
    }

    /// <summary>Whether a cookie's session goes on; its claim of two factors is made anew from the store.</summary>
    public async Task<bool> ContinueAsync(ClaimsPrincipal? principal, CancellationToken cancellation)
    {
        if (principal?.Identity is not ClaimsIdentity identity || IdOf(principal) is not { } id)
        {
            return false;
        }

        var found = await (from session in db.EditorSessions.AsNoTracking()
                           join editor in db.Users.AsNoTracking() on session.EditorId equals editor.Id
                           where session.Id == id && editor.DeactivatedAt == null
                           select new { session.EditorId, session.Way, session.SeenAt }).FirstOrDefaultAsync(cancellation);
        if (found is null || found.EditorId != principal.FindFirstValue(ClaimTypes.NameIdentifier))
        {
            return false;
        }

        foreach (var claim in identity.FindAll(TwoFactorsClaim).ToList())
        {
            identity.RemoveClaim(claim);
        }

        if (found.Way is not EntryWay.Password)
        {
            identity.AddClaim(new Claim(TwoFactorsClaim, found.Way.ToString()));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (now - found.SeenAt >= s_grain)
        {
            await db.EditorSessions.Where(s => s.Id == id).ExecuteUpdateAsync(u => u.SetProperty(s => s.SeenAt, now), cancellation);
        }

        return true;
    }

    /// <summary>The newest use first.</summary>
    public Task<List<EditorSession>> OfAsync(string editorId, CancellationToken cancellation)
    {
        var dead = (clock.GetUtcNow() - Lifetime - s_grain).UtcDateTime;
        return db.EditorSessions.AsNoTracking().Where(s => s.EditorId == editorId && s.SeenAt >= dead).OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id).ToListAsync(cancellation);
    }

    /// <summary>Two factors are proven now, in this session.</summary>
    public Task<int> ProveAsync(Guid id, EntryWay way, CancellationToken cancellation) =>
        db.EditorSessions.Where(s => s.Id == id).ExecuteUpdateAsync(u => u.SetProperty(s => s.Way, way), cancellation);

    public Task<int> EndAsync(string editorId, Guid id, CancellationToken cancellation) =>
        db.EditorSessions.Where(s => s.EditorId == editorId && s.Id == id).ExecuteDeleteAsync(cancellation);

    /// <returns>How many were ended.</returns>
    public Task<int> EndAllAsync(string editorId, Guid? but, CancellationToken cancellation) =>
        db.EditorSessions.Where(s => s.EditorId == editorId && s.Id != but).ExecuteDeleteAsync(cancellation);

    public static Guid? IdOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(IdClaim), out var id) ? id : null;

    /// <summary>A browser may call itself anything: one line, cut.</summary>
    private static string Line(string agent)
    {
        var line = new string([.. agent.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
        return line.Length <= EditorSession.LongestDevice ? line : line[..EditorSession.LongestDevice];
    }
}
