using KamtibmasPortal.News.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KamtibmasPortal.News.Storage;

/// <summary>What is kept of accounts beside Identity's own tables, and of everybody's acts.</summary>
internal static class AccountTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<AuditEntry>(e =>
        {
            e.HasIndex(x => new { x.At, x.Id });
            e.HasIndex(x => new { x.Subject, x.At });
            foreach (var property in e.Metadata.GetProperties())
            {
                property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
            }
        });
        // As Identity maps it in its third schema, which would also rebuild the tables that stand.
        builder.Entity<IdentityUserPasskey<string>>(e =>
        {
            e.ToTable("AspNetUserPasskeys");
            e.HasKey(x => x.CredentialId);
            e.Property(x => x.CredentialId).HasMaxLength(1024);
            e.HasOne<Editor>().WithMany().HasForeignKey(x => x.UserId).IsRequired();
            e.OwnsOne(x => x.Data).ToJson();
        });
        builder.Entity<EditorSession>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasOne<Editor>().WithMany().HasForeignKey(x => x.EditorId);
            e.Property(x => x.Device).HasMaxLength(EditorSession.LongestDevice);
            e.Property(x => x.Address).HasMaxLength(64);
        });
        builder.Entity<AccountLink>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => x.SecretSha256).IsUnique();
            e.Property(x => x.SecretSha256).HasMaxLength(64);
            e.Property(x => x.Email).HasMaxLength(256);
            e.Property(x => x.MadeBy).HasMaxLength(256);
            e.Property(x => x.Role).HasMaxLength(32);
        });
        builder.Entity<SignInGuess>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.Account, x.At });
            e.HasIndex(x => x.At);
            e.Property(x => x.Account).HasMaxLength(64);
        });
    }

    /// <summary>What is written of an act stays as it was written.</summary>
    /// <exception cref="InvalidOperationException">Somebody wants to change or remove an entry.</exception>
    public static void RefuseChangedAudit(PortalDbContext db)
    {
        // Who changes an entry past the tracker's knowledge meets the properties' own refusal: looking for it here would cost every save twice.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (db.ChangeTracker.Entries<AuditEntry>().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
            {
                throw new InvalidOperationException("Audit entries are added only: none is changed or removed.");
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }
}
