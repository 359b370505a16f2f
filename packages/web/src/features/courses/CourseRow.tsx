import { Link } from '@tanstack/react-router';
import type { Course } from '@labcast/api-client';
import { courseText } from './courseText.ts';
import classes from './courses.module.css';

/** One line says whether to go there. */
export function CourseRow({ course }: { readonly course: Course }) {
  const { counts } = course;
  const facts = [
    courseText.assignments(counts.assignments),
    courseText.people(counts.people),
    courseText.running(counts.running),
    ...(course.role === 'instructor' ? [] : [courseText.role[course.role]]),
  ];
  return (
    <li>
      <Link className={classes.row} to="/courses/$course" params={{ course: course.slug }}>
        <span className={classes.name} dir="auto" title={course.name}>
          {course.name}
        </span>
        <span className={classes.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
      </Link>
    </li>
  );
}
